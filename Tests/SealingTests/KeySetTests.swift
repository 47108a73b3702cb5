import Foundation
import TestSupport
import Testing

@testable import Sealing

struct KeySetTests {
    private let folder: TemporaryFolder
    private let a = RootKey(secret: Array(repeating: 1, count: 32)).base64
    private let b = RootKey(secret: Array(repeating: 2, count: 32)).base64

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `without a key one is made that only its owner can read, and found again`() throws {
        let made = try open()
        let path = folder.file("waymark.key")
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        #expect(made.place == .file(path))
        #expect(try open().ring.current.id == made.ring.current.id)
    }

    @Test(arguments: [",", " ", "\n", ",\n"])
    func `the first of several keys seals, the others open`(separator: String) throws {
        let keys = try open(["WAYMARK_KEY": b + separator + a])
        #expect((keys.ring.current.base64, keys.ring.others.map(\.base64)) == (b, [a]))
        #expect(keys.place == .environment)
    }

    @Test func `the environment is heard before the file, and no file is written for it`() throws {
        #expect(try open(["WAYMARK_KEY": a]).ring.current.base64 == a)
        #expect(!FileManager.default.fileExists(atPath: folder.file("waymark.key")))
    }

    @Test func `keys that changed are kept in their file, all of them`() throws {
        let keys = try open()
        let first = keys.ring.current.id
        keys.ring.turn(to: .random())
        try keys.keep()
        let again = try open()
        #expect((again.ring.current.id, again.ring.others.map(\.id)) == (keys.ring.current.id, [first]))
    }

    @Test(arguments: ["short", "AAAA", "not base64 at all!", ","])
    func `a key that is none is told with where it stands, not what it is`(text: String) throws {
        let fault = #expect(throws: KeyFault.self) { try open(["WAYMARK_KEY": text]) }
        #expect(fault?.description.contains("in WAYMARK_KEY") == true)
        #expect(fault?.description.contains("openssl rand -base64 32") == true)
        try text.write(toFile: folder.file("waymark.key"), atomically: true, encoding: .utf8)
        let other = #expect(throws: KeyFault.self) { try open() }
        #expect(other?.description.contains("in \(folder.file("waymark.key"))") == true)
    }

    @Test func `keys from the environment are not the gateway's to change`() throws {
        let keys = try open(["WAYMARK_KEY": a])
        #expect(throws: KeyFault.self) { try keys.keep() }
    }

    private func open(_ environment: [String: String] = [:]) throws -> KeySet {
        try KeySet.open(data: folder.path, environment: environment)
    }
}
