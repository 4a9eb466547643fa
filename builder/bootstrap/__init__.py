"""Set-up: gives a fresh checkout what it needs to build, check and test the site.

Standard library only, since it runs before anything is installed.
Each step knows whether its work is already done, so `make` can ask every time.
"""
