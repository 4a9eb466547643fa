"""The MkDocs plugin: each hook only hands over to the module that does the work.

It imports no more of MkDocs than is documented for plugins, so that it also runs under properdocs.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from questionnaire_site import first_answer, markdown_text, pages, templates, web_app
from questionnaire_site.config import QuestionnairesConfig
from questionnaire_site.made import NotMadeError
from questionnaire_site.mistakes import Mistakes
from questionnaire_site.release import write_release
from questionnaire_site.serving import (
    Checks,
    Converted,
    fetched_once,
    look_often,
    made_when_asked,
    say_requests_are_no_warnings,
)
from questionnaire_site.site import QuestionnaireProblems, Site

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page


class QuestionnairesPlugin(BasePlugin[QuestionnairesConfig]):
    """Turns a folder of questionnaires into pages of the site."""

    site: Site
    serving = False
    checks: Checks | None = None

    def __init__(self) -> None:
        super().__init__()
        self.converted = Converted()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether pages will be served with MkDocs' live reload."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the questionnaires, or stop with everything an author has to mend."""
        if self.checks is not None:
            # What is still being checked is out of date.
            self.checks.stop()
        try:
            self.site = _read_site(self.config, config, live_reload=self.serving)
        except (QuestionnaireProblems, NotMadeError) as problem:
            raise PluginError(f"\n{problem}\n") from None
        if "attr_list" not in config.markdown_extensions:
            # Gives the headings that search finds the ids they have in the page.
            config.markdown_extensions.append("attr_list")
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Replace the theme's sources, which MkDocs would publish, by what is made from them."""
        for file in [file for file in files if file.src_dir == str(self.site.theme)]:
            files.remove(file)
        for path, text in self.site.page_sources().items():
            # A site's own nav may name them, and need not.
            files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
        files.append(File.generated(config, web_app.FILE, content=_web_app(self.site, config)))
        for uri, content in self.site.assets.uris():
            kind = {"abs_src_path": str(content)} if isinstance(content, Path) else {"content": content}
            files.append(File.generated(config, uri, **kind))
        if not self.serving:
            for uri, make in self.site.assets.workbooks.items():
                files.append(File.generated(config, uri, content=make()))
        return files

    def on_pre_page(self, page: Page, /, *, config: MkDocsConfig, files: Files) -> Page:
        """While somebody works on it, convert only what has changed."""
        return self.converted.reuse(page) if self.serving else page

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Let a wide table scroll by itself on a narrow screen."""
        return markdown_text.scrollable_tables(html, self.site.text("page.table"))

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Prepare the templates' environment."""
        return templates.prepare(env, files, self.site.names())

    def on_page_context(self, context: Any, /, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Give a questionnaire's page its questionnaire."""
        context.update(self.site.page_names(page.meta))
        return context

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Take out white space that nobody sees; give the views that can follow a file beside the page."""
        return first_answer.parted(pages.compact(output), Path(config.site_dir, page.file.dest_uri).parent)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Once everybody else has written, list what is shipped and have browsers keep it."""
        folder, assets = Path(config.site_dir), self.site.assets
        write_release(folder, assets.service_worker if self.site.offline else assets.remover)
        if self.checks is not None:
            self.checks.start()

    # Last: other plugins may still name the server's own builder, which is not to be another by then.
    @event_priority(-100)
    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Build again when an author's file or a file of this project changes."""
        for folder in (config.theme.custom_dir, Path(__file__).parents[1]):
            server.watch(str(folder))
        server.unwatch(config.docs_dir)
        say_requests_are_no_warnings()
        look_often(server, config.docs_dir, self.config.folder)
        site = Path(config.site_dir)
        mistakes = Mistakes()
        server.builder = mistakes.told(server.builder)
        app = made_when_asked(server.serve_request, site, lambda: self.site.assets.workbooks)
        server.set_app(mistakes.shown_instead(fetched_once(app)))
        self.checks = Checks(Path(config.config_file_path).parent, Path(self.config.folder))
        self.checks.start()
        return server

    def on_shutdown(self) -> None:
        """Leave nothing running."""
        if self.checks is not None:
            self.checks.stop()


def _read_site(options: QuestionnairesConfig, config: MkDocsConfig, *, live_reload: bool) -> Site:
    return Site.read(
        root=Path(config.config_file_path).parent,
        theme=Path(config.theme.custom_dir or ""),
        folder=Path(options.folder),
        address=config.site_url or "",
        language=options.language,
        published_at=options.published_at,
        offline=options.offline,
        live_reload=live_reload,
    )


def _web_app(site: Site, config: MkDocsConfig) -> str:
    description = config.site_description or config.site_name
    return web_app.web_app_manifest(config.site_name, description, site.language, site.assets.app.uri)
