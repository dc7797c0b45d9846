using System.CommandLine;
using System.Text.Json;

namespace HyperTune.Cli.Commands;

/// <summary>Reports an intermediate value of a trial.</summary>
internal sealed class ReportCommand : AskingCommand
{
    private readonly Option<int> _trial = new("--trial") { Description = "The trial's number.", Required = true };
    private readonly Option<int> _step = new("--step") { Description = "The step, for instance the epoch; at least 0.", Required = true };
    private readonly Option<double> _value = new("--value") { Description = "The objective at that step.", Required = true };

    public ReportCommand()
        : base(
            "report",
            "Reports an intermediate value of a trial that runs, and writes {\"prune\": true} where the study's pruner advises to stop it, else {\"prune\": false}.",
            "report digits.journal digits --trial 17 --step 3 --value 0.5")
    {
        Add(_trial);
        Add(_step);
        Add(_value);
    }

    protected override async Task RunAsync(AskedStudy study, ParseResult line, Utf8JsonWriter answer, CancellationToken cancellationToken)
    {
        int step = line.GetRequiredValue(_step);
        if (step < 0)
        {
            throw new CommandException($"--step is {step}; it must be at least 0.", ExitCode.Usage);
        }

        answer.WriteBoolean("prune", await study.ReportAsync(line.GetRequiredValue(_trial), step, line.GetRequiredValue(_value), cancellationToken));
    }
}
