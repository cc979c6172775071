//! A TypeScript client whose types are generated from the document: it compiles strictly, and does its work with the
//! running program.

use crate::forms::CLUB;
use crate::house::{Database, House};
use std::path::Path;
use std::process::Command;

fn run(folder: &Path, program: &str, arguments: &[&str]) {
    let ran = Command::new(program).args(arguments).current_dir(folder).output().unwrap();
    let said = [ran.stdout, ran.stderr].map(|all| String::from_utf8_lossy(&all).into_owned()).join("\n");
    assert!(ran.status.success(), "{program} {arguments:?}: {said}");
}

#[test]
fn a_generated_client_compiles_strictly_and_works() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/typescript");
    let node = Command::new("node").arg("--version").output().is_ok_and(|ran| ran.status.success());
    if !node || !folder.join("node_modules").exists() {
        assert!(std::env::var("COUNTERSIGN_TEST_ALL").is_err(), "needs node, and `npm ci` in tests/typescript");
        eprintln!("left out: needs node, and `npm ci` in tests/typescript");
        return;
    }
    let house = House::build(Database::Sqlite, CLUB);
    let generated = folder.join("generated");
    std::fs::create_dir_all(&generated).unwrap();
    std::fs::write(generated.join("openapi.json"), house.document().to_string()).unwrap();
    let tool = |path: &str| format!("node_modules/{path}");
    let (generator, compiler) = (tool("openapi-typescript/bin/cli.js"), tool("typescript/bin/tsc"));
    run(&folder, "node", &[&generator, "generated/openapi.json", "--output", "generated/schema.d.ts"]);
    run(&folder, "node", &[&compiler, "--project", "."]);
    run(&folder, "node", &["generated/client.js", &format!("http://{}", house.address)]);
}
