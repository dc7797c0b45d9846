using System.Text;
using System.Text.Json;
using HyperTune.Cli.Commands;

namespace HyperTune.Cli.Asking;

/// <summary>Opens studies to go on with them by the strategy and the pruner that their notes name, and answers in a line of JSON.</summary>
internal static class AskedStudies
{
    /// <summary>Opens a study. The first call that names a strategy or a pruner settles it for all.</summary>
    /// <param name="storage">Where it is.</param>
    /// <param name="look">What it is.</param>
    /// <param name="strategy">What <c>--strategy</c> said; <see langword="null"/> for nothing.</param>
    /// <param name="pruner">What <c>--pruner</c> said; <see langword="null"/> for nothing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CommandException">The study goes by another one.</exception>
    public static async Task<AskedStudy> OpenAsync(
        JournalStorage storage, RestoredStudy look, string? strategy, string? pruner, CancellationToken cancellationToken)
    {
        string chosenStrategy = Agree(look, AskedStudy.StrategyNote, "--strategy", strategy, Choices.DefaultStrategy);
        string chosenPruner = Agree(look, AskedStudy.PrunerNote, "--pruner", pruner, Choices.DefaultPruner);
        AskedStudy study = await AskedStudy.OpenAsync(
            storage,
            look,
            Choices.StrategyOf(chosenStrategy) ?? throw Unknown(AskedStudy.StrategyNote, chosenStrategy, Choices.Strategies),
            Choices.PrunerOf(chosenPruner) ?? throw Unknown(AskedStudy.PrunerNote, chosenPruner, Choices.Pruners),
            cancellationToken);
        await NoteAsync(look, study, AskedStudy.StrategyNote, strategy, cancellationToken);
        await NoteAsync(look, study, AskedStudy.PrunerNote, pruner, cancellationToken);
        return study;
    }

    /// <summary>Writes an object in a line.</summary>
    /// <param name="output">Receives the line.</param>
    /// <param name="write">Writes the members.</param>
    public static async Task AnswerAsync(TextWriter output, Func<Utf8JsonWriter, Task> write)
    {
        using var content = new MemoryStream();
        using (var answer = new Utf8JsonWriter(content))
        {
            answer.WriteStartObject();
            await write(answer);
            answer.WriteEndObject();
        }

        await output.WriteLineAsync(Encoding.UTF8.GetString(content.ToArray()));
    }

    private static async ValueTask NoteAsync(RestoredStudy look, AskedStudy study, string note, string? text, CancellationToken cancellationToken)
    {
        if (text is not null && !look.Result.Notes.ContainsKey(note))
        {
            await study.NoteAsync(note, text, cancellationToken);
        }
    }

    private static string Agree(RestoredStudy look, string note, string option, string? wanted, string otherwise)
    {
        string? known = look.Result.Notes.GetValueOrDefault(note);
        return known is null || wanted is null || known == wanted
            ? known ?? wanted ?? otherwise
            : throw new CommandException($"Study '{look.Name}' goes by '{known}', as its note '{note}' says, and {option} says '{wanted}'. Leave {option} out.", ExitCode.Usage);
    }

    private static CommandException Unknown(string note, string name, string[] known) => new($"The note '{note}' says '{name}', which is none of: {string.Join(", ", known)}.");
}
