using System.CommandLine;
using HyperTune.Cli.Output;

namespace HyperTune.Cli.Commands;

/// <summary>Deletes a study.</summary>
internal sealed class DeleteCommand : JournalCommand
{
    private readonly Argument<string> _study = new("STUDY") { Description = "The study's name." };
    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "Does not ask." };
    private readonly TextReader _input;

    /// <param name="input">Where the answer comes from.</param>
    public DeleteCommand(TextReader input)
        : base("delete", "Deletes a study with all its trials and their files, after asking.", "delete shared.journal baseline", "delete shared.journal baseline --yes")
    {
        _input = input;
        Add(_study);
        CompleteStudies(_study);
        Add(_yes);
    }

    protected override async Task RunAsync(JournalStorage storage, ParseResult line, CancellationToken cancellationToken)
    {
        string name = line.GetRequiredValue(_study);
        if (!line.GetValue(_yes) && !await IsAgreedAsync(storage, name, OutputOf(line), cancellationToken))
        {
            throw new CommandException("Nothing was deleted.");
        }

        await storage.DeleteAsync(name, cancellationToken);
        await OutputOf(line).WriteLineAsync($"Study '{Printable.Of(name)}' is deleted.");
    }

    private async Task<bool> IsAgreedAsync(JournalStorage storage, string name, TextWriter output, CancellationToken cancellationToken)
    {
        string trials;
        await using (RestoredStudy study = await RestoredStudy.OpenAsync(storage, name, cancellationToken))
        {
            trials = StudyText.Counts(study);
        }

        await output.WriteAsync($"Delete study '{Printable.Of(name)}' from {storage}? Trials: {trials} [y/N] ");
        await output.FlushAsync(cancellationToken);
        string answer = (await _input.ReadLineAsync(cancellationToken))?.Trim() ?? "";
        return answer.Equals("y", StringComparison.OrdinalIgnoreCase) || answer.Equals("yes", StringComparison.OrdinalIgnoreCase);
    }
}
