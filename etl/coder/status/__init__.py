"""What serves `assertion`: what is doubted, foreseen, announced, yet to come, or long past."""
