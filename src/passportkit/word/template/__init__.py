"""From a form to its Word template, and from a template to a program that fills it."""
