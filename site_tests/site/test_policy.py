"""The policy of every page, word for word."""

from questionnaire_site.policy import content_security_policy


def test_a_page_may_load_from_its_own_site_and_run_nothing_else():
    assert content_security_policy(path="/tools/") == (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
        "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src blob: *:*/tools/sw.js; "
        "manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )


def test_a_known_address_keeps_out_other_projects_of_the_same_origin():
    policy = content_security_policy("https://owner.example/tools")

    assert "script-src https://owner.example/tools/ 'wasm-unsafe-eval';" in policy
    assert "connect-src https://owner.example/tools/;" in policy
    assert "worker-src blob: https://owner.example/tools/sw.js;" in policy
    assert "'self'" not in policy


def test_only_live_reload_allows_inline_scripts():
    assert "'unsafe-inline'" in content_security_policy(live_reload=True)
    assert "'unsafe-inline'" not in content_security_policy("https://owner.example/tools/")
