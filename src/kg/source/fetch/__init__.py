"""Fetching pages from the web, politely: public addresses only, robots.txt honoured, everything bounded.

`keeping.keep` fetches a page with a `web.Web` and keeps it as a file. Nothing is loaded here, because ssl and http cost
more than most commands that only ask for the name of a page.
"""
