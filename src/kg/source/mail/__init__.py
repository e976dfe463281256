"""E-mail as it is saved (.eml): subject, day and body; who wrote to whom stays outside."""
