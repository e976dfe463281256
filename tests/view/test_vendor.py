"""What comes from npm: rebuilt from its lock file it is the same, byte for byte, and each part has its licence."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "tools" / "bundle"
VENDOR = ROOT / "src" / "kg" / "view" / "vendor"
FILES = sorted(str(path.relative_to(VENDOR)) for path in VENDOR.rglob("*") if path.is_file())
PACKAGES = json.loads((VENDOR / "packages.json").read_text("utf-8"))
NO_REGISTRY = re.compile(r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network")


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the build script writes from the locked packages."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        pytest.skip("no npm: install Node.js 20 or newer to rebuild what the network page takes from npm")
    folder = tmp_path_factory.mktemp("bundle")
    shutil.copytree(BUNDLE, folder / "tools", ignore=shutil.ignore_patterns("node_modules"))
    install = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"]
    done = subprocess.run(install, cwd=folder / "tools", capture_output=True, text=True, check=False)
    if done.returncode != 0 and NO_REGISTRY.search(done.stderr):
        pytest.skip("npm reaches no registry, so that the bundle cannot be rebuilt")
    assert done.returncode == 0, done.stderr
    subprocess.run(["node", "build.mjs", str(folder / "vendor")], cwd=folder / "tools", check=True)
    return folder / "vendor"


@pytest.mark.slow
def test_rebuilt_it_is_the_same(rebuilt: Path) -> None:
    assert sorted(str(path.relative_to(rebuilt)) for path in rebuilt.rglob("*") if path.is_file()) == FILES
    differ = [name for name in FILES if (rebuilt / name).read_bytes() != (VENDOR / name).read_bytes()]
    assert differ == [], "npm ci --ignore-scripts && node build.mjs ../../src/kg/view/vendor, in tools/bundle"


def test_every_package_in_a_bundle_has_its_licence() -> None:
    names = {package["name"] for packages in PACKAGES.values() for package in packages}
    assert names == {path.stem for path in (VENDOR / "licences").iterdir()}
    for name in names:
        assert "Copyright" in (VENDOR / "licences" / f"{name}.txt").read_text("utf-8")


def test_bundles_carry_the_licences_that_ask_for_it() -> None:
    for name in ("d3.js", "oxigraph.js"):
        head = (VENDOR / name).read_text("utf-8").partition("*/")[0]
        for package in PACKAGES[name]:
            assert f"{package['name']} {package['version']}" in head
            assert (VENDOR / "licences" / f"{package['name']}.txt").read_text("utf-8").strip() in head


def test_packages_are_those_of_the_lock_file() -> None:
    lock = json.loads((BUNDLE / "package-lock.json").read_text("utf-8"))["packages"]
    assert all("integrity" in entry for path, entry in lock.items() if path != "")
    for package in (one for packages in PACKAGES.values() for one in packages):
        assert lock[f"node_modules/{package['name']}"]["version"] == package["version"]


def test_documentation_names_the_release_in_use() -> None:
    wanted = json.loads((BUNDLE / "package.json").read_text("utf-8"))
    rows = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    for name, version in {**wanted["dependencies"], **wanted["devDependencies"]}.items():
        assert re.search(rf"^\| {name} \| {re.escape(version)} \|", rows, re.MULTILINE), name
