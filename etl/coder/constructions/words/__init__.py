"""What somebody says of others, asks of them or threatens them with."""
