"""Office documents (DOCX, ODT): their main XML part as pieces, unpacked with a bound on everything."""
