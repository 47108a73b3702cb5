import Sealing
import Testing

struct AuditChainTests {
    @Test func `an entry's hash depends on every field and on the hash before`() {
        let first = AuditChain.hash(after: AuditChain.root, ["1", "2", "sign-in", nil])
        let others = [
            AuditChain.hash(after: first, ["1", "2", "sign-in", nil]),
            AuditChain.hash(after: AuditChain.root, ["2", "2", "sign-in", nil]),
            AuditChain.hash(after: AuditChain.root, ["1", nil, "sign-in", nil]),
            AuditChain.hash(after: AuditChain.root, ["1", "2", "sign-out", nil]),
            AuditChain.hash(after: AuditChain.root, ["1", "2", "sign-in", ""]),
        ]
        #expect(Set(others + [first]).count == 6)
        #expect(AuditChain.hash(after: AuditChain.root, ["1", "2", "sign-in", nil]) == first)
    }

    @Test func `moving text from one field to the next is another entry`() {
        let one = AuditChain.hash(after: AuditChain.root, ["ab", "c"])
        #expect(one != AuditChain.hash(after: AuditChain.root, ["a", "bc"]))
        #expect(one != AuditChain.hash(after: AuditChain.root, ["abc"]))
        #expect(one != AuditChain.hash(after: AuditChain.root, ["1:ab", "c"]))
    }
}
