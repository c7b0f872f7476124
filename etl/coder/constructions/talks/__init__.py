"""What is agreed, offered, brokered or cut between states."""
