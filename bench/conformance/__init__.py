"""The W3C's test suites, run against the engines that kg stands on."""
