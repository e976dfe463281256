"""Plain text and names: normal forms, folding, slugs, checksums. Knows no page, no entity and no graph."""
