"""Values in words: findings in each format, outcomes, changes, rules and forms. None prints."""
