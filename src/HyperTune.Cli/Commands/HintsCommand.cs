using System.CommandLine;
using System.Text.Json;
using HyperTune.Cli.Output;
using HyperTune.Storage.Hints;
using HyperTune.Views.Configs;

namespace HyperTune.Cli.Commands;

/// <summary>Shows what a study found out about its own search space, and writes it for the compiler.</summary>
internal sealed class HintsCommand : StudyCommand
{
    private readonly Option<string> _format = new("--format", "-f") { Description = "Text, or JSON.", DefaultValueFactory = static _ => "text" };

    private readonly Option<bool> _digest = new("--digest")
    {
        Description = "Instead, writes the file beside the journal that shows the hints in the editor, as a run of a program does whose project has "
            + "<HyperTuneStudy Include=\"JOURNAL\" />.",
    };

    private readonly Option<string?> _type = new("--type")
    {
        Description = "With --digest: the full name of the config's type, for instance Digits.DigitsConfig; may be left out where the file has it.",
    };

    public HintsCommand()
        : base(
            "hints",
            "Shows what a study found out about its own search space: bounds that bind, parameters without effect, what failed trials share.",
            "hints digits.journal",
            "hints digits.journal --format json",
            "hints digits.journal --digest --type Digits.DigitsConfig")
    {
        _format.AcceptOnlyFromAmong("text", "json");
        Add(_format);
        Add(_digest);
        Add(_type);
    }

    protected override void Run(RestoredStudy study, JournalStorage storage, ParseResult line)
    {
        if (line.GetValue(_digest))
        {
            WriteDigest(study, storage, line);
        }
        else if (line.GetRequiredValue(_format) == "json")
        {
            OutputOf(line).Write(JsonText.Of(writer => WriteJson(writer, study)));
        }
        else
        {
            WriteText(study, OutputOf(line));
        }
    }

    private static void WriteText(RestoredStudy study, TextWriter output)
    {
        bool isFirst = true;
        foreach (StudyHint hint in study.Result.Hints())
        {
            output.WriteLine(isFirst ? Printable.Of(hint.Text) : $"\n{Printable.Of(hint.Text)}");
            isFirst = false;
            foreach (string codeLine in hint.Change.Split('\n'))
            {
                output.WriteLine($"    {Printable.Of(codeLine)}");
            }

            const int shown = 10;
            output.WriteLine($"  Trials {string.Join(", ", hint.Trials.Take(shown))}{(hint.Trials.Length > shown ? $" and {hint.Trials.Length - shown} more" : "")}");
        }

        if (isFirst)
        {
            int completed = study.Result.Completed.Count();
            output.WriteLine(completed < 20 ? $"No hints: they take 20 completed trials, and there are {completed}." : "No hints.");
        }
    }

    private static void WriteJson(Utf8JsonWriter writer, RestoredStudy study)
    {
        writer.WriteStartArray();
        foreach (StudyHint hint in study.Result.Hints())
        {
            writer.WriteStartObject();
            writer.WriteString("kind", $"{hint.Kind}");
            writer.WriteString("parameter", hint.Parameter?.Name);
            writer.WriteString("text", hint.Text);
            writer.WriteString("change", hint.Change);
            writer.WriteStartArray("trials");
            foreach (int trial in hint.Trials)
            {
                writer.WriteNumberValue(trial);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteDigest(RestoredStudy study, JournalStorage storage, ParseResult line)
    {
        if (!study.HasDeclaredSpace)
        {
            throw new CommandException($"Study '{study.Name}' was created by a program without a config type, to which no hint could be shown.");
        }

        string path = HintFile.PathOf(storage.Path);
        string type = line.GetValue(_type) ?? HintFile.TypeOf(path, study.Name)
            ?? throw new CommandException($"A journal does not know types: name that of the configs of study '{study.Name}' by --type.", ExitCode.Usage);
        HintFile.Update(path, study.Name, study.Result.DigestHints(type));
        OutputOf(line).WriteLine(Printable.Of($"Wrote {path}"));
    }
}
