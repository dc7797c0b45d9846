using System.Collections.Immutable;
using System.CommandLine;
using HyperTune.Cli.Asking;
using HyperTune.Cli.Import;

namespace HyperTune.Cli.Commands;

/// <summary>Creates a study of a space that a file describes.</summary>
internal sealed class CreateCommand : GuardedCommand
{
    private readonly Argument<string> _journal = new("JOURNAL") { Description = "The journal file; made where it is not there." };
    private readonly Argument<string> _study = new("STUDY") { Description = "The study's name, which the journal must not have." };
    private readonly Option<string?> _direction = new("--direction") { Description = "Whether trials end with one number that is to be as small or as large as possible." };

    private readonly Option<string[]> _metrics = new("--metric")
    {
        Description = "A metric that trials end with, and which way is better: Accuracy=maximize. May be given several times, in the place of --direction.",
    };

    private readonly Option<string> _space = new("--space") { Description = "The search space as a JSON file; - reads the standard input.", Required = true };
    private readonly Option<string> _strategy = new("--strategy") { Description = "What suggests.", DefaultValueFactory = static _ => Choices.DefaultStrategy };
    private readonly Option<string> _pruner = new("--pruner") { Description = "What advises to stop trials that report.", DefaultValueFactory = static _ => Choices.DefaultPruner };
    private readonly Option<long?> _seed = new("--seed") { Description = "The seed: with it and the same values the trials are the same again. By default one by chance." };
    private readonly TextReader _input;

    /// <param name="input">Where a space comes from that is in no file.</param>
    public CreateCommand(TextReader input)
        : base(
            "create",
            "Creates a study for scripts of any language, which then ask for trials and tell their values.",
            "create digits.journal digits --direction maximize --space space.json",
            "create front.journal front --metric Accuracy=maximize --metric Seconds=minimize --space space.json --strategy nsga-ii")
    {
        _input = input;
        _direction.AcceptOnlyFromAmong("minimize", "maximize");
        _strategy.AcceptOnlyFromAmong(Choices.Strategies);
        _pruner.AcceptOnlyFromAmong(Choices.Pruners);
        Add(_journal);
        Add(_study);
        foreach (Option option in (Option[])[_direction, _metrics, _space, _strategy, _pruner, _seed])
        {
            Add(option);
        }
    }

    protected override async Task RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        string path = line.GetRequiredValue(_journal);
        string name = line.GetRequiredValue(_study);
        if (path.Length == 0 || string.IsNullOrWhiteSpace(name))
        {
            throw new CommandException(path.Length == 0 ? "The name of the journal is empty." : "The name of the study is empty.", ExitCode.Usage);
        }

        if (Directory.Exists(path) || (File.Exists(path) && DatabaseFile.IsOne(path)))
        {
            throw new CommandException($"'{path}' is {(Directory.Exists(path) ? "a directory" : "an SQLite database")}; name a journal file.");
        }

        ImmutableArray<Metric> metrics = MetricsOf(line.GetValue(_direction), line.GetValue(_metrics) ?? []);
        string file = line.GetRequiredValue(_space);
        string space = file == "-" ? await _input.ReadToEndAsync(cancellationToken) : await File.ReadAllTextAsync(file, cancellationToken);
        var storage = new JournalStorage(path);
        await AskedStudy.CreateAsync(
            storage,
            name,
            SpaceFile.Read(space),
            metrics,
            line.GetValue(_seed),
            [new(AskedStudy.StrategyNote, line.GetRequiredValue(_strategy)), new(AskedStudy.PrunerNote, line.GetRequiredValue(_pruner))],
            cancellationToken);
        await OutputOf(line).WriteLineAsync($"Study '{Printable.Of(name)}' is created in {storage}.");
    }

    private static ImmutableArray<Metric> MetricsOf(string? direction, string[] named)
    {
        if (direction is null == (named.Length == 0))
        {
            throw new CommandException("Say which way is better, with either --direction or --metric NAME=DIRECTION.", ExitCode.Usage);
        }

        return direction is not null
            ? [new Metric("value", 0, DirectionOf(direction, direction))]
            : [.. named.Select((text, i) => text.LastIndexOf('=') is > 0 and var mark && !named.Take(i).Any(other => other.StartsWith(text[..(mark + 1)], StringComparison.Ordinal))
                ? new Metric(text[..mark], i, DirectionOf(text[(mark + 1)..], text))
                : throw new CommandException($"--metric '{text}' must be NAME=minimize or NAME=maximize, with each name once.", ExitCode.Usage))];
    }

    private static OptimizationDirection DirectionOf(string word, string text) => word switch
    {
        "minimize" => OptimizationDirection.Minimize,
        "maximize" => OptimizationDirection.Maximize,
        _ => throw new CommandException($"'{text}' must say minimize or maximize.", ExitCode.Usage),
    };
}
