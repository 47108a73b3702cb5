import Conversation
import Testing

struct MenuCorpusTests {
    private func pack() throws -> Pack {
        let options = MenuCorpus.troubles.map { OptionDraft("\($0.label) -> main#end", words: $0.words) }
        return try PackBuilder().pack([
            "main#start": menu("What happened?|怎么了？", options, retry: ["Again?", "Once more?"]),
            "main#end": end("Good."),
        ])
    }

    @Test func `what is picked is what was meant, and most of what is meant is picked`() throws {
        let pack = try pack()
        var picked = 0
        var missed: [String] = []
        for row in MenuCorpus.rows {
            var chat = Chat(pack)
            let choice = try chat.walk([row.typed]).choice
            #expect(choice == nil || choice == row.meant, "'\(row.typed)' was read as option \(choice ?? 0)")
            if choice != nil { picked += 1 } else if row.meant != nil { missed.append(row.typed) }
        }
        let meant = MenuCorpus.rows.count { $0.meant != nil }
        print(
            "menu corpus: \(MenuCorpus.rows.count) answers, recall \(picked)/\(meant); "
                + "not understood: \(missed.joined(separator: ", "))")
        #expect(MenuCorpus.rows.count >= 120)
        #expect(picked * 100 >= meant * 90)
    }
}
