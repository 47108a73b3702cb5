import Expressions
import Storage
import TestSupport
import Testing

@testable import Gateway

/// Tokens of programs, while time goes on.
struct TokenDeskTests {
    @Test func `a token is good for its days and no moment longer`() async throws {
        let town = try await TalkingGateway("china")
        let token = try await town.token(days: 1)
        town.clock.move(to: town.clock.now + 86_399)
        #expect(try await town.admits(token))
        town.clock.move(to: town.clock.now + 1)
        #expect(try await !town.admits(token))
    }

    @Test func `its last use is noted once a minute`() async throws {
        let town = try await TalkingGateway("china")
        let token = try await town.token(days: nil)
        let first = town.clock.now
        for seconds in [Int64(0), 59] {
            town.clock.move(to: first + seconds)
            #expect(try await town.admits(token))
            #expect(try await town.gateway.tokens.list().first?.usedAt == first)
        }
        town.clock.move(to: first + 60)
        #expect(try await town.admits(token))
        #expect(try await town.gateway.tokens.list().first?.usedAt == first + 60)
    }

    @Test func `who asked too much may ask again a minute after the first request`() async throws {
        let town = try await TalkingGateway("china")
        let token = try await town.token(days: nil)
        let most = APISettings().requests
        for _ in 1...most { #expect(try await town.admits(token)) }
        town.clock.move(to: town.clock.now + 20)
        #expect(try await town.gateway.tokens.admit(token, from: "") == .crowded(40))
        town.clock.move(to: town.clock.now + 40)
        #expect(try await town.admits(token))
    }

    @Test(arguments: ["", " x ", "two\nlines", "bell \u{7}", "\u{202E}other way", String(repeating: "n", count: 61)])
    func `a name that cannot be read in a list is refused`(name: String) async throws {
        let town = try await TalkingGateway("china")
        #expect(try await town.gateway.tokens.make(name, .viewer, days: nil, by: nil) == .name)
        #expect(try await town.gateway.tokens.list() == [])
    }
}

extension TalkingGateway {
    fileprivate func token(days: Int?) async throws -> String {
        let making = try await gateway.tokens.make("Case board", .support, days: days, by: nil)
        guard case .done(let token) = making else { throw StoreFault(.refused, "\(making)") }
        return token
    }

    fileprivate func admits(_ token: String) async throws -> Bool {
        if case .token = try await gateway.tokens.admit(token, from: "127.0.0.1") { true } else { false }
    }
}
