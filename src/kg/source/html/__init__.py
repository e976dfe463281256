"""HTML: the main content of a page as pieces, without menus, banners and teasers. lxml enters the program here."""
