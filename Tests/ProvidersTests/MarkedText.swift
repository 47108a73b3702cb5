import ContentFiles

/// A file in which `«` marks the place of each error that is expected, with the expected messages beside it.
struct MarkedText {
    let source: String
    let positions: [String]

    init(_ marked: String) {
        var source = ""
        var positions: [String] = []
        var (line, column) = (1, 1)
        for character in marked {
            if character == "«" {
                positions.append("\(line):\(column)")
                continue
            }
            source.append(character)
            (line, column) = character == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        self.source = source
        self.positions = positions
    }
}
