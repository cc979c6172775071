//! `countersign import …`

use super::arguments_moving::{Collision, How, Import as Command};
use super::findings::Findings;
use super::output::Failure;
use super::progress::Progress;
use super::start;
use crate::accounts::Import;
use crate::app::App;
use crate::context::Client;
use crate::db::Target;
use crate::db::foreign::{Foreign, Span};
use crate::identifiers::Email;
use crate::moving::django::{Addresses, Book, Layout, book};
use crate::moving::{OnCollision, Record, fixture, lines};
use crate::settings::DatabaseUrl;
use secrecy::ExposeSecret;
use serde_json::json;
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, stdin};
use std::path::{Path, PathBuf};

/// Accounts come in by so many, each time in one transaction.
const BATCH: u16 = 1_000;

/// An import under way.
struct Run<'a> {
    app: &'a App,
    import: Import,
    findings: Findings,
    progress: Progress,
}

/// Brings accounts in.
pub fn run(file: Option<PathBuf>, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Django { url, table, how } => {
            let (target, place) = target(url)?;
            let mut foreign = Foreign::open(&target).map_err(|cause| cannot_read(&place, cause))?;
            let tables = foreign.tables().map_err(|cause| cannot_read(&place, cause))?;
            let layout = Layout::recognise(&tables, table.as_deref()).map_err(Failure::refused)?;
            let app = start::ready(file)?;
            let total = foreign.count(&layout.table).map_err(|cause| cannot_read(&place, cause))?;
            let source = format!("{place}#{}", layout.table);
            let mut run = Run::new(&app, how, Some(source), Some(total))?;
            run.import.proved = proved(&mut foreign, &layout).map_err(|cause| cannot_read(&place, cause))?;
            run.database(&mut foreign, &layout, &place)?;
            run.end(
                how,
                json!({"recognised": layout.maker.as_str(), "table": layout.table, "columns_left": layout.left}),
            )
        }
        Command::Fixture { file: from, how } => {
            let (mut input, place) = open(from)?;
            let mut text = String::new();
            input.read_to_string(&mut text).map_err(|cause| cannot_read(&place, cause))?;
            let records = fixture::read(&text, &place).map_err(Failure::refused)?;
            let app = start::ready(file)?;
            let mut run = Run::new(&app, how, Some(format!("fixture:{place}")), Some(records.len() as u64))?;
            let mut records = records.into_iter().peekable();
            while records.peek().is_some() {
                run.batch(records.by_ref().take(usize::from(BATCH)).collect())?;
            }
            run.end(how, json!({"recognised": "a fixture of Django"}))
        }
        Command::Jsonl { file: from, how } => {
            let (input, place) = open(from)?;
            let app = start::ready(file)?;
            let mut run = Run::new(&app, how, None, None)?;
            let mut batch = Vec::new();
            for (index, line) in input.lines().enumerate() {
                let line = line.map_err(|cause| cannot_read(&place, cause))?;
                if line.trim().is_empty() {
                    continue;
                }
                match lines::read(&line, &place, index + 1) {
                    Ok(record) => batch.push(record),
                    Err(why) => {
                        run.progress.end();
                        let before = run.import.tally.imported;
                        return Err(Failure::refused(format!(
                            "{why}\n{before} accounts from before it came in; mend the line and import again."
                        )));
                    }
                }
                if batch.len() == usize::from(BATCH) {
                    run.batch(std::mem::take(&mut batch))?;
                }
            }
            run.batch(batch)?;
            run.end(how, json!({"recognised": "an export of countersign"}))
        }
    }
}

impl<'a> Run<'a> {
    fn new(app: &'a App, how: &How, source: Option<String>, total: Option<u64>) -> Result<Self, Failure> {
        if how.source.as_deref().is_some_and(|name| name.trim().is_empty() || name.contains('\0')) {
            return Err(Failure::usage("--source needs a name, such as --source old-site."));
        }
        let mut import = Import::default();
        // What has keys of ours needs no memory of its source.
        import.source = source.map(|source| how.source.clone().unwrap_or(source));
        import.on_collision = match how.on_collision {
            Collision::Skip => OnCollision::Skip,
            Collision::Rename => OnCollision::Rename,
        };
        import.dry_run = how.dry_run;
        import.region = app.region();
        let findings = Findings::new(how.report.as_deref(), how.dry_run)?;
        Ok(Self { app, import, findings, progress: Progress::new(total) })
    }

    fn database(&mut self, foreign: &mut Foreign, layout: &Layout, place: &str) -> Result<(), Failure> {
        let columns = layout.columns();
        let mut span = Span::First(i64::from(BATCH));
        loop {
            let rows = foreign
                .rows(&layout.table, ("id", &layout.key_kind), &columns, &span)
                .map_err(|cause| cannot_read(place, cause))?;
            let key = |row: Option<&Vec<Option<String>>>| row.and_then(|row| row.first().cloned().flatten());
            let (Some(first), Some(last)) = (key(rows.first()), key(rows.last())) else { return Ok(()) };
            let within = Span::Between(first, last.clone());
            let mut books: HashMap<&str, Book> = HashMap::new();
            for addresses in &layout.addresses {
                let found = read_book(foreign, addresses, &within).map_err(|cause| cannot_read(place, cause))?;
                for (user, list) in found {
                    books.entry(addresses.column).or_default().entry(user).or_default().extend(list);
                }
            }
            let none = Book::new();
            let of = |column| books.get(column).unwrap_or(&none);
            let records =
                rows.into_iter().filter_map(|row| layout.record(row, of("email"), of("phone"))).collect::<Vec<_>>();
            self.batch(records)?;
            span = Span::After(last, i64::from(BATCH));
        }
    }

    fn batch(&mut self, records: Vec<Record>) -> Result<(), Failure> {
        let findings = &mut self.findings;
        let import = &mut self.import;
        findings.begin_batch();
        self.app
            .work(&Client::local(), |accounts, cx| {
                accounts.import(cx, import, records, &mut |found| findings.tell(found))
            })
            .map_err(|cause| {
                self.progress.end();
                let Failure { exit, message } = cause.into();
                let before = self.import.tally.imported;
                let message =
                    format!("{message}\nStopped after {before} accounts. They are in; import again to go on.");
                Failure { exit, message }
            })?;
        self.findings.keep_batch();
        self.progress.at(self.import.tally.read);
        Ok(())
    }

    fn end(mut self, how: &How, about: serde_json::Value) -> Result<(), Failure> {
        self.progress.end();
        self.findings.summary(&self.import, how.json, about)
    }
}

/// Which account has proved an email address as its own, by the address.
fn proved(foreign: &mut Foreign, layout: &Layout) -> crate::error::Result<HashMap<String, String>> {
    let mut proved = HashMap::new();
    for addresses in layout.addresses.iter().filter(|addresses| addresses.has_primary) {
        // By its own key, which is the first of the columns here.
        let [user, text, verified, primary] = addresses.columns();
        let columns = [Some("id"), user, text, verified, primary];
        let mut span = Span::First(i64::from(BATCH));
        loop {
            let rows = foreign.rows(&addresses.table, ("id", &addresses.key_kind), &columns, &span)?;
            let Some(last) = rows.last().and_then(|row| row.first().cloned().flatten()) else { break };
            let own = rows.into_iter().map(|row| row.into_iter().skip(1).collect()).collect();
            for (user, list) in book(own) {
                for address in list.iter().filter(|address| address.verified && address.primary) {
                    if let Ok(email) = Email::parse(&address.text) {
                        proved.entry(email.canonical().to_owned()).or_insert_with(|| user.clone());
                    }
                }
            }
            span = Span::After(last, i64::from(BATCH));
        }
    }
    Ok(proved)
}

fn read_book(foreign: &mut Foreign, addresses: &Addresses, within: &Span) -> crate::error::Result<Book> {
    let key = ("user_id", addresses.user_kind.as_str());
    Ok(book(foreign.rows(&addresses.table, key, &addresses.columns(), within)?))
}

/// Where the address leads, and what to call the place: without a name and a password.
fn target(url: &str) -> Result<(Target, String), Failure> {
    match DatabaseUrl::read(url).map_err(Failure::usage)? {
        DatabaseUrl::Sqlite(path) => {
            let whole = path
                .canonicalize()
                .map_err(|cause| Failure::refused(format!("{} cannot be read: {cause}.", path.display())))?;
            let place = format!("sqlite:{}", whole.display());
            Ok((Target::Sqlite(whole), place))
        }
        DatabaseUrl::Postgres(address) => {
            let parsed = url::Url::parse(address.expose_secret())
                .map_err(|cause| Failure::usage(format!("The address of the database cannot be read: {cause}.")))?;
            let host = parsed.host_str().unwrap_or_default();
            let mut place = format!("postgres://{host}:{}{}", parsed.port().unwrap_or(5432), parsed.path());
            if let Some((_, options)) = parsed.query_pairs().find(|(name, _)| name == "options") {
                place.push('?');
                place.push_str(&options);
            }
            Ok((Target::Postgres(address), place))
        }
    }
}

fn open(path: &Path) -> Result<(Box<dyn BufRead>, String), Failure> {
    if path == Path::new("-") {
        return Ok((Box::new(BufReader::new(stdin())), "standard input".to_owned()));
    }
    let whole = path.canonicalize().and_then(|whole| File::open(&whole).map(|file| (whole, file)));
    let (whole, file) =
        whole.map_err(|cause| Failure::refused(format!("{} cannot be read: {cause}.", path.display())))?;
    Ok((Box::new(BufReader::new(file)), whole.display().to_string()))
}

fn cannot_read(place: &str, cause: impl std::fmt::Display) -> Failure {
    Failure::refused(format!("{place} cannot be read: {cause}"))
}
