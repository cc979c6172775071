//! The way to a database server, which a test can cut at any byte, and mend.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// How much still gets through, and what is open.
#[derive(Default)]
struct Way {
    left: usize,
    open: Vec<TcpStream>,
}

/// A proxy in front of a server.
pub struct Proxy {
    pub address: SocketAddr,
    way: Arc<Mutex<Way>>,
}

impl Proxy {
    /// In front of `server`, mended.
    pub fn new(server: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let way = Arc::new(Mutex::new(Way { left: usize::MAX, open: Vec::new() }));
        let shared = Arc::clone(&way);
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let mut way = shared.lock().unwrap();
                // Cut: whoever comes is let in and left standing, as by a server that has just died.
                if way.left > 0
                    && let Ok(server) = TcpStream::connect(&server)
                {
                    way.open.extend([client.try_clone().unwrap(), server.try_clone().unwrap()]);
                    for (mut from, mut to) in
                        [(client.try_clone().unwrap(), server.try_clone().unwrap()), (server, client)]
                    {
                        let shared = Arc::clone(&shared);
                        thread::spawn(move || pass(&mut from, &mut to, &shared));
                    }
                }
            }
        });
        Self { address, way }
    }

    /// Lets so many more bytes through, both ways together, then cuts every connection.
    pub fn cut_after(&self, bytes: usize) {
        let mut way = self.way.lock().unwrap();
        way.left = bytes;
        if bytes == 0 {
            close(&mut way);
        }
    }

    /// Lets everything through again.
    pub fn mend(&self) {
        self.way.lock().unwrap().left = usize::MAX;
    }

    /// Whether the cut has come.
    pub fn is_cut(&self) -> bool {
        self.way.lock().unwrap().left == 0
    }
}

fn close(way: &mut Way) {
    for stream in way.open.drain(..) {
        let _ = stream.shutdown(Shutdown::Both);
    }
}

fn pass(from: &mut TcpStream, to: &mut TcpStream, way: &Mutex<Way>) {
    let mut buffer = [0; 4096];
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        let mut way = way.lock().unwrap();
        let through = read.min(way.left);
        if to.write_all(&buffer[..through]).is_err() {
            break;
        }
        if way.left != usize::MAX {
            way.left -= through;
        }
        if way.left == 0 {
            close(&mut way);
            return;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
    let _ = from.shutdown(Shutdown::Both);
}
