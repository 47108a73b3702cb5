import Storage
import Testing

extension ContractRule {
    /// Tokens of programs.
    static let tokens = [
        ContractRule("a token is found by its digest, with its name, its end and its last use") { open in
            let store = try open()
            let draft = TokenDraft(
                digest: Sample.key("board"), name: "Case board", role: .support, maker: nil,
                expiresAt: Sample.time(9_000))
            let id = try await store.keepToken(draft, at: Sample.time(1_000))
            #expect(try await store.token(Sample.key("other")) == nil)
            try await store.touchToken(id, at: Sample.time(5_000))
            try await store.touchToken(id, at: Sample.time(4_000))
            for store in [store, try open()] {
                let row = try #require(try await store.token(Sample.key("board")))
                #expect(row.id == id && row.name == "Case board" && row.role == .support && row.maker == nil)
                #expect(row.madeAt == Sample.time(1_000) && row.usedAt == Sample.time(5_000) && row.revokedAt == nil)
                #expect(row.isGood(at: Sample.time(8_999)) && !row.isGood(at: Sample.time(9_000)))
                #expect(try await store.tokens() == [row])
            }
        },
        ContractRule("a token is revoked once, and so are those of an admin who is none any more") { open in
            let store = try open()
            try await store.invite(Sample.invitation("first"), at: Sample.time(1_000))
            let joining = try await store.join(Sample.key("first"), as: Sample.draft("Mei"), at: Sample.time(1_000))
            guard case .done(let mei) = joining else { throw StoreFault(.refused, "\(joining)") }
            try await store.invite(Sample.invitation("second", .admin, by: mei), at: Sample.time(1_000))
            let next = try await store.join(Sample.key("second"), as: Sample.draft("Asha"), at: Sample.time(1_000))
            guard case .done(let asha) = next else { throw StoreFault(.refused, "\(next)") }
            for (name, maker) in [("a", mei), ("b", asha), ("c", asha)] {
                let draft = TokenDraft(
                    digest: Sample.key(name), name: name, role: .viewer, maker: maker, expiresAt: nil)
                _ = try await store.keepToken(draft, at: Sample.time(2_000))
            }
            let second = try #require(try await store.token(Sample.key("b"))).id
            #expect(try await store.revokeToken(second, by: mei, at: Sample.time(3_000)))
            #expect(try await !store.revokeToken(second, by: mei, at: Sample.time(4_000)))
            #expect(try await !store.revokeToken(TokenID(rawValue: 99), by: mei, at: Sample.time(4_000)))
            #expect(try await store.change(asha, .role(.support), by: mei, at: Sample.time(5_000)) == .done)
            let ends = try await store.tokens().map(\.revokedAt)
            #expect(ends == [Sample.time(5_000), Sample.time(3_000), nil])
        },
        ContractRule("what a program does is noted under its token, and the log is whole") { open in
            let store = try open()
            let draft = TokenDraft(
                digest: Sample.key("board"), name: "Case board", role: .support, maker: nil, expiresAt: nil)
            let id = try await store.keepToken(draft, at: Sample.time(1_000))
            try await store.note(AuditDraft(.readSession, by: id, on: "session 17"), at: Sample.time(2_000))
            #expect(try await store.revokeToken(id, by: nil, at: Sample.time(3_000)))
            for store in [store, try open()] {
                let rows = try await store.audit(before: nil, limit: 9)
                #expect(rows.map(\.act) == ["revoke token", "read session", "make token"])
                #expect(rows.map(\.token) == [nil, id, nil] && rows.allSatisfy { $0.staff == nil })
                #expect(rows.map(\.subject) == ["token 1", "session 17", "token 1 support"])
                #expect(try await store.verifyAudit().broken == nil)
            }
        },
    ]
}
