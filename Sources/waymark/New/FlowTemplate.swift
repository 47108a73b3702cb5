/// A flow to begin with: a menu, an answer to read and a way to a person.
struct FlowTemplate {
    let name: ContentName

    /// The file's text. It keeps the rules of `waymark check`, so that what is reported later is the author's own.
    var text: String {
        """
        title: \(name.title)
        about: Whom it helps, and what its facts rest on.

        steps:
          # The first step is where the flow begins. Each option says where it leads.
          start:
            menu: What do you need to know?
            options:
              - First answer -> answer
              - Talk to a person -> person
            retry:
              - Please reply 1 or 2. What do you need to know?
              - "Reply with one number. Example: 1. What do you need to know?"

          answer:
            menu: Write here what she should know. Then what she can do now.
            options:
              - Talk to a person -> person
              - Main menu -> home

          # Opens a case for staff.
          person:
            refer: \(name.parts.last ?? name.text)
            say: Saved. Your ticket is ${case.number}.
            go: done

          done:
            end: A person will call you in 2 work days. Write HELP any time.

        """
    }
}
