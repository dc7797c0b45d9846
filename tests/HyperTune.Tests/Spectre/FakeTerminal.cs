using System.Text;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace HyperTune.Tests.Spectre;

/// <summary>A console over a string: a terminal that knows ANSI sequences, or a file.</summary>
internal sealed partial class FakeTerminal
{
    private readonly Output _output;

    public FakeTerminal(bool isTerminal = true, int width = 120)
    {
        _output = new Output(isTerminal, width);
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = _output,
        });
        Console.Profile.Capabilities.Unicode = true;
    }

    public IAnsiConsole Console { get; }

    /// <summary>All that was written.</summary>
    public string Text => _output.Writer.ToString()!;

    /// <summary>The same without the sequences that the display itself writes: colours, cursor up, erased lines, and the cursor hidden and shown.</summary>
    public string Words => Sequence().Replace(Text, "");

    /// <summary>The lines of a file.</summary>
    public string[] Lines => Text.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How often the picture was drawn.</summary>
    public int Pictures => Picture().Count(Words);

    /// <summary>Whether the cursor was hidden and is shown again.</summary>
    public bool ShowsCursorAgain => Text.LastIndexOf("\u001b[?25h", StringComparison.Ordinal) > Text.LastIndexOf("\u001b[?25l", StringComparison.Ordinal)
        && Text.Contains("\u001b[?25l", StringComparison.Ordinal);

    /// <summary>From now on nothing can be written any more.</summary>
    public void Break() => _output.Break();

    [GeneratedRegex(@"\u001b\[(\??[0-9;]*)[mAKhl]")]
    private static partial Regex Sequence();

    [GeneratedRegex(@"\d+ running")]
    private static partial Regex Picture();

    private sealed class Output(bool isTerminal, int width) : IAnsiConsoleOutput
    {
        private readonly Writer _writer = new();

        public TextWriter Writer => _writer;

        public bool IsTerminal => isTerminal;

        public int Width => width;

        public int Height => 40;

        public void SetEncoding(Encoding encoding)
        {
        }

        public void Break() => _writer.IsBroken = true;
    }

    private sealed class Writer : StringWriter
    {
        public bool IsBroken { get; set; }

        public override void Write(string? value)
        {
            if (IsBroken)
            {
                throw new IOException("The terminal is gone.");
            }

            base.Write(value);
        }
    }
}
