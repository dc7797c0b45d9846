using System.CommandLine;
using HyperTune.Cli.Output;
using HyperTune.Views.Configs;

namespace HyperTune.Cli.Commands;

/// <summary>Writes the config to use.</summary>
internal sealed class BestCommand : StudyCommand
{
    private readonly Option<string> _format = new("--format", "-f")
    {
        Description = "text shows the trial; csharp is an object initializer, json what the config's type reads, appsettings a section of settings, env variables of "
            + "the environment, args a command line.",
        DefaultValueFactory = static _ => ConfigFormat.Text,
    };

    private readonly Option<int?> _trial = new("--trial")
    {
        Description = "The number of another trial than the best; needed where several objectives leave a front of trials.",
    };

    private readonly Option<string?> _section = new("--section")
    {
        Description = "The section that appsettings, env and args are for; by default the study's name for appsettings, and none for the others.",
    };

    public BestCommand()
        : base(
            "best",
            "Writes the config to use, ready to be pasted into a program, its settings or its command line.",
            "best digits.journal",
            "best digits.journal --format csharp",
            "best digits.journal --format appsettings --section Training > appsettings.Tuned.json")
    {
        _format.AcceptOnlyFromAmong(ConfigFormat.All);
        Add(_format);
        Add(_trial);
        Add(_section);
    }

    protected override void Run(RestoredStudy study, JournalStorage storage, ParseResult line)
    {
        string format = line.GetRequiredValue(_format);
        TrialRecord<RestoredConfig> trial = line.GetValue(_trial) is { } number ? Find(study, number) : Choose(study);
        string values = StudyText.Values(study, trial);
        string title = $"Trial {trial.Number} of study '{study.Name}': {(values.Length == 0 ? TrialStates.Word(trial.State) : values)}";
        if (format == ConfigFormat.Text)
        {
            WriteText(OutputOf(line), study, trial, title);
            return;
        }

        if (!trial.HasConfig)
        {
            throw new CommandException($"Trial {trial.Number} was run with another search space, and that of now has no config with its values: {trial.Describe()}.");
        }

        string section = line.GetValue(_section) ?? (format == "appsettings" ? study.Name : "");
        OutputOf(line).Write(ConfigFormat.Write(format, trial.Config.ToJson(), section, title));
    }

    private static void WriteText(TextWriter output, RestoredStudy study, TrialRecord<RestoredConfig> trial, string title)
    {
        output.WriteLine(Printable.Of(title));
        if (study.Objectives.Length == 1 && study.Result.BestOrDefault?.Number == trial.Number && study.Result.BestReason is { } reason)
        {
            output.WriteLine(Printable.Of(reason));
        }

        var table = new TextTable();
        foreach ((string name, string value) in StudyText.ConfigOf(trial))
        {
            table.Add(name, value);
        }

        table.Write(output, "  ");
    }

    private static TrialRecord<RestoredConfig> Find(RestoredStudy study, int number)
        => number >= 0 && number < study.Result.Trials.Count
            ? study.Result.Trials[number]
            : throw new CommandException($"Study '{study.Name}' has no trial {number}; it has {study.Result.Trials.Count}, counted from 0.");

    private static TrialRecord<RestoredConfig> Choose(RestoredStudy study)
    {
        if (study.Result.NearestNumber >= 0)
        {
            throw new CommandException(
                $"No trial of study '{study.Name}' keeps the limits. Nearest comes trial {study.Result.NearestNumber}: --trial {study.Result.NearestNumber} shows it.");
        }

        return study.Objectives.Length == 1 || study.Result.Front.Length < 2
            ? study.Result.Best
            : throw new CommandException(
                $"Study '{study.Name}' has several objectives and a front of {study.Result.Front.Length} trials; choose one with --trial: "
                + $"{string.Join(", ", study.Result.Front.Order().Take(50))}{(study.Result.Front.Length > 50 ? " ..." : "")}.",
                ExitCode.Usage);
    }
}
