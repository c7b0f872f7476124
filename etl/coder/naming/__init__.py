"""What serves `actors`: who bears a name on a day, which titles a word tells, what the article as a whole says of its names."""
