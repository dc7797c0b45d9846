using System.CommandLine;
using System.Text.Json;
using HyperTune.Cli.Asking;

namespace HyperTune.Cli.Commands;

/// <summary>Starts a trial and writes its config.</summary>
internal sealed class AskCommand : AskingCommand
{
    private readonly Option<string?> _strategy = new("--strategy") { Description = "What suggests; the study keeps it from the first call on that names it. By default auto." };
    private readonly Option<string?> _pruner = new("--pruner") { Description = "What advises to stop trials that report; the study keeps it from the first call on that names it. By default none." };
    private readonly Option<bool> _ignoresConstraints = new("--ignore-constraints") { Description = "Suggests configs that may break constraints, which only the config type knows." };

    public AskCommand()
        : base(
            "ask",
            "Starts a trial and writes {\"trial\": 17, \"config\": {...}}. The trial runs, whichever processes end, until its outcome is told.",
            "ask digits.journal digits",
            "ask digits.journal digits --strategy tpe --pruner median")
    {
        _strategy.AcceptOnlyFromAmong(Choices.Strategies);
        _pruner.AcceptOnlyFromAmong(Choices.Pruners);
        Add(_strategy);
        Add(_pruner);
        Add(_ignoresConstraints);
    }

    protected override string? StrategyOf(ParseResult line) => line.GetValue(_strategy);

    protected override string? PrunerOf(ParseResult line) => line.GetValue(_pruner);

    protected override bool NeedsConstraints(ParseResult line) => !line.GetValue(_ignoresConstraints);

    protected override async Task RunAsync(AskedStudy study, ParseResult line, Utf8JsonWriter answer, CancellationToken cancellationToken)
    {
        Trial<RestoredConfig> trial = await study.TryAskAsync(cancellationToken)
            ?? throw new CommandException("The strategy has nothing left to suggest: all configs have been tried.");
        answer.WriteNumber("trial", trial.Number);
        answer.WritePropertyName("config");
        trial.Config.ToJson().WriteTo(answer);
    }
}
