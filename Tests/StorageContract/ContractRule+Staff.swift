import Expressions
import Storage
import Testing

extension ContractRule {
    /// Who may sign in.
    static let staff = [
        ContractRule("an invitation lets one person join, once, and only in its time") { open in
            let store = try open()
            try await store.invite(Sample.invitation("first", expiresAt: 5_000), at: Sample.time(1_000))
            #expect(try await store.invitation(Sample.key("first"), at: Sample.time(5_000)) == nil)
            #expect(try await store.join("first", "Mei", at: 5_000) == .unknown)
            guard case .done(let id) = try await store.join("first", "Mei", at: 2_000) else {
                Issue.record("nobody joined")
                return
            }
            #expect(try await store.join("first", "Amina", at: 2_000) == .unknown)
            for store in [store, try open()] {
                let row = try #require(try await store.staff(named: Sample.key("Mei")))
                #expect(row.id == id && row.role == .admin && row.record == Sample.record("Mei"))
                #expect(try await store.staff() == [row])
                #expect(try await store.hasAdmin())
            }
        },
        ContractRule("the link that a gateway without an admin prints is no good once there is one") { open in
            let store = try open()
            #expect(try await !store.hasAdmin())
            try await store.invite(Sample.invitation("first"), at: Sample.time(1_000))
            try await store.invite(Sample.invitation("second"), at: Sample.time(1_000))
            #expect(try await store.join("first", "Mei", at: 2_000) == .unknown)
            let admin = try await store.joined("second", "Mei")
            try await store.invite(Sample.invitation("third"), at: Sample.time(2_000))
            #expect(try await store.join("third", "Eve", at: 2_000) == .unknown)
            try await store.invite(Sample.invitation("fourth", .support, by: admin), at: Sample.time(2_000))
            #expect(try await store.join("fourth", "Mei", at: 2_000) == .nameTaken)
            _ = try await store.joined("fourth", "Amina")
            #expect(try await store.staff().map(\.role) == [.admin, .support])
        },
        ContractRule("attempts to sign in are counted before they are looked at, and forgotten once one succeeds") {
            open in
            let store = try open()
            let id = try await store.firstAdmin()
            for attempt in 1...2 {
                #expect(try await store.attempt(id, at: 1_000) == nil)
                #expect(try await store.staff().first?.failures == attempt)
            }
            #expect(try await store.attempt(id, at: 1_000) == nil)
            #expect(try await store.attempt(id, at: 30_999) == Sample.time(31_000))
            #expect(try await store.staff().first?.failures == 3)
            #expect(try await store.attempt(id, at: 31_000) == nil)
            #expect(try await store.signIn(id, by: .step(7), "browser", at: 31_000))
            #expect(try await store.staff().first?.failures == 0)
            #expect(try await store.attempt(id, at: 31_000) == nil)
        },
        ContractRule("a code and a recovery code are taken once") { open in
            let store = try open()
            let id = try await store.firstAdmin()
            #expect(try await store.signIn(id, by: .step(7), "a", at: 1_000))
            #expect(try await !store.signIn(id, by: .step(7), "b", at: 1_000))
            #expect(try await !store.signIn(id, by: .step(6), "c", at: 1_000))
            #expect(try await store.signIn(id, by: .recovery(Sample.key("code 1")), "d", at: 1_000))
            #expect(try await !store.signIn(id, by: .recovery(Sample.key("code 1")), "e", at: 1_000))
            #expect(try await !store.signIn(id, by: .recovery(Sample.key("code 9")), "f", at: 1_000))
            for browser in ["b", "c", "e", "f"] { #expect(try await store.visitor(browser, at: 1_000) == nil) }
        },
        ContractRule("a sign-in lives until its end, until nobody asks for anything, or until it is signed out") {
            open in
            let store = try open()
            let id = try await store.firstAdmin()
            for (step, browser) in ["a", "b", "c"].enumerated() {
                #expect(try await store.signIn(id, by: .step(Int64(step + 1)), browser, at: 1_000, until: 9_000))
            }
            let visitor = try #require(try await store.visitor("a", at: 2_000))
            #expect(visitor.staff == id && visitor.name == "Mei" && visitor.role == .admin)
            #expect(try await store.visitor("a", at: 8_000, idleSince: 1_000) == nil)
            try await store.touchSignIn(Sample.key("a"), at: Sample.time(7_000))
            #expect(try await store.visitor("a", at: 8_000, idleSince: 1_000)?.seenAt == Sample.time(7_000))
            #expect(try await store.visitor("a", at: 9_000) == nil)
            try await store.signOut(Sample.key("b"), at: Sample.time(2_000))
            #expect(try await store.visitor("b", at: 2_000) == nil)
            #expect(try await store.visitor("c", at: 2_000) != nil)
            try await store.signOutEverywhere(id, at: Sample.time(2_000))
            for browser in ["a", "c", "unknown"] { #expect(try await store.visitor(browser, at: 2_000) == nil) }
        },
        ContractRule("who may less or no more is signed out, and one admin is always left") { open in
            let store = try open()
            let admin = try await store.firstAdmin()
            try await store.invite(Sample.invitation("other", .support, by: admin), at: Sample.time(1_000))
            let other = try await store.joined("other", "Amina")
            #expect(try await store.signIn(other, by: .step(1), "a", at: 1_000))
            for change in [StaffChange.disable, .role(.viewer)] {
                #expect(try await store.change(admin, change, by: admin, at: Sample.time(2_000)) == .lastAdmin)
            }
            #expect(try await store.change(other, .role(.viewer), by: admin, at: Sample.time(2_000)) == .done)
            #expect(try await store.visitor("a", at: 2_000) == nil)
            #expect(try await store.signIn(other, by: .step(2), "b", at: 2_000))
            #expect(try await store.change(other, .disable, by: admin, at: Sample.time(3_000)) == .done)
            #expect(try await store.visitor("b", at: 3_000) == nil)
            #expect(try await store.staff().last?.disabledAt == Sample.time(3_000))
            #expect(try await store.change(other, .enable, by: admin, at: Sample.time(3_000)) == .done)
            #expect(try await store.staff().last?.disabledAt == nil)
            #expect(try await store.change(other, .role(.admin), by: admin, at: Sample.time(3_000)) == .done)
            try await store.invite(Sample.invitation("late", .admin, by: admin), at: Sample.time(3_000))
            #expect(try await store.change(admin, .disable, by: other, at: Sample.time(3_000)) == .done)
            #expect(try await store.join("late", "Eve", at: 3_000) == .unknown)
            #expect(
                try await store.change(StaffID(rawValue: 99), .enable, by: other, at: Sample.time(3_000)) == .unknown)
        },
        ContractRule("a link for a new password signs out everywhere and forgets the old codes") { open in
            let store = try open()
            let admin = try await store.firstAdmin()
            #expect(try await store.signIn(admin, by: .step(5), "a", at: 1_000))
            let link = Invitation(
                digest: Sample.key("link"), role: .viewer, staff: admin, invitedBy: admin, expiresAt: Sample.time(9_000)
            )
            try await store.invite(link, at: Sample.time(1_000))
            let draft = Sample.draft("Somebody else", codes: ["code 8"])
            #expect(try await store.join(link.digest, as: draft, at: Sample.time(2_000)) == .done(admin))
            #expect(try await store.visitor("a", at: 2_000) == nil)
            let row = try #require(try await store.staff(named: Sample.key("Mei")))
            #expect(row.role == .admin && row.record.password == draft.record.password && row.step == 0)
            #expect(try await !store.signIn(admin, by: .recovery(Sample.key("code 1")), "b", at: 2_000))
            #expect(try await store.signIn(admin, by: .recovery(Sample.key("code 8")), "c", at: 2_000))
        },
        ContractRule("what staff do is noted in order, and the log is whole") { open in
            let store = try open()
            let admin = try await store.firstAdmin()
            #expect(try await store.signIn(admin, by: .step(1), "a", at: 1_000))
            try await store.note(AuditDraft(.readSession, by: admin, on: "session 17"), at: Sample.time(3_000))
            try await store.signOut(Sample.key("a"), at: Sample.time(4_000))
            for store in [store, try open()] {
                let rows = try await store.audit(before: nil, limit: 9)
                #expect(rows.map(\.act) == ["sign-out", "read session", "sign-in", "join", "invite"])
                #expect(rows[1].subject == "session 17" && rows[1].staff == admin && rows[1].at == Sample.time(3_000))
                #expect(rows.last?.staff == nil)
                #expect(try await store.audit(before: rows[2].id, limit: 1) == [rows[3]])
                let verdict = try await store.verifyAudit()
                #expect(verdict == AuditVerdict(sound: 5, broken: nil, head: rows[0].hash))
            }
        },
    ]
}

extension Sample {
    static func record(_ name: String) -> StaffRecord {
        StaffRecord(name: name, salt: [1, 2], password: Array("password of \(name)".utf8), secret: [3, 4])
    }

    static func draft(_ name: String, codes: [String] = ["code 1", "code 2"]) -> StaffDraft {
        StaffDraft(fingerprint: key(name), record: record(name), recoveryCodes: codes.map(key), step: 0)
    }

    static func invitation(
        _ name: String, _ role: StaffRole = .admin, by admin: StaffID? = nil, expiresAt: Int64 = 9_000
    ) -> Invitation {
        Invitation(digest: key(name), role: role, staff: nil, invitedBy: admin, expiresAt: time(expiresAt))
    }
}

extension Store {
    fileprivate func join(_ invitation: String, _ name: String, at: Int64) async throws -> Joining {
        try await join(Sample.key(invitation), as: Sample.draft(name), at: Sample.time(at))
    }

    fileprivate func joined(_ invitation: String, _ name: String) async throws -> StaffID {
        let joining = try await join(invitation, name, at: 2_000)
        guard case .done(let id) = joining else { throw StoreFault(.refused, "\(joining)") }
        return id
    }

    fileprivate func firstAdmin() async throws -> StaffID {
        try await invite(Sample.invitation("first"), at: Sample.time(1_000))
        return try await joined("first", "Mei")
    }

    /// An attempt, where the third in a row that fails brings a wait of thirty seconds.
    fileprivate func attempt(_ id: StaffID, at: Int64) async throws -> Timestamp? {
        try await beginSignIn(id, at: Sample.time(at)) { $0 < 3 ? 0 : 30 }
    }

    fileprivate func signIn(
        _ id: StaffID, by proof: SecondProof, _ browser: String, at: Int64, until: Int64 = 90_000
    ) async throws -> Bool {
        try await signIn(
            id, by: proof, digest: Sample.key(browser), at: Sample.time(at), until: Sample.time(until))
    }

    fileprivate func visitor(_ browser: String, at: Int64, idleSince: Int64 = 0) async throws -> SignIn? {
        try await signIn(Sample.key(browser), at: Sample.time(at), idleSince: Sample.time(idleSince))
    }
}
