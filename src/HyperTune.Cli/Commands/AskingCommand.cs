using System.CommandLine;
using System.Text.Json;
using HyperTune.Cli.Asking;

namespace HyperTune.Cli.Commands;

/// <summary>A command that goes on with a study which is there, and answers in a line of JSON.</summary>
internal abstract class AskingCommand : JournalCommand
{
    private readonly Argument<string> _study = new("STUDY") { Description = "The study's name." };

    /// <inheritdoc cref="JournalCommand(string, string, IEnumerable{string})"/>
    protected AskingCommand(string name, string description, params IEnumerable<string> examples)
        : base(name, description, examples)
    {
        Add(_study);
        CompleteStudies(_study);
    }

    /// <summary>What <c>--strategy</c> said; <see langword="null"/> for nothing.</summary>
    protected virtual string? StrategyOf(ParseResult line) => null;

    /// <summary>What <c>--pruner</c> said; <see langword="null"/> for nothing.</summary>
    protected virtual string? PrunerOf(ParseResult line) => null;

    /// <summary>Whether a space may be asked whose constraints nobody can check.</summary>
    protected virtual bool NeedsConstraints(ParseResult line) => false;

    /// <summary>Does what the command does.</summary>
    /// <param name="study">The study.</param>
    /// <param name="line">The command line.</param>
    /// <param name="answer">Receives the members of the answer.</param>
    /// <param name="cancellationToken">Ends it.</param>
    protected abstract Task RunAsync(AskedStudy study, ParseResult line, Utf8JsonWriter answer, CancellationToken cancellationToken);

    protected sealed override async Task RunAsync(JournalStorage storage, ParseResult line, CancellationToken cancellationToken)
    {
        string name = line.GetRequiredValue(_study);
        string? strategy;
        string? pruner;
        AskedStudy study;
        await using (RestoredStudy look = await RestoredStudy.OpenAsync(storage, name, cancellationToken))
        {
            if (NeedsConstraints(line) && look.Outline.HasConstraints == true)
            {
                throw new CommandException(
                    $"Study '{name}' has constraints, which are code of its config type: suggestions made here may break them. Ask with the program that declares the type, or with "
                    + "--ignore-constraints, and tell those that break them with --infeasible.");
            }

            strategy = Agree(look, AskedStudy.StrategyNote, "--strategy", StrategyOf(line), Choices.DefaultStrategy);
            pruner = Agree(look, AskedStudy.PrunerNote, "--pruner", PrunerOf(line), Choices.DefaultPruner);
            study = await AskedStudy.OpenAsync(
                storage,
                look,
                Choices.StrategyOf(strategy) ?? throw Unknown(AskedStudy.StrategyNote, strategy, Choices.Strategies),
                Choices.PrunerOf(pruner) ?? throw Unknown(AskedStudy.PrunerNote, pruner, Choices.Pruners),
                cancellationToken);
            strategy = look.Result.Notes.ContainsKey(AskedStudy.StrategyNote) ? null : StrategyOf(line);
            pruner = look.Result.Notes.ContainsKey(AskedStudy.PrunerNote) ? null : PrunerOf(line);
        }

        await using (study)
        {
            // The first call that names one settles it for all.
            await NoteAsync(study, AskedStudy.StrategyNote, strategy, cancellationToken);
            await NoteAsync(study, AskedStudy.PrunerNote, pruner, cancellationToken);
            using var content = new MemoryStream();
            using (var answer = new Utf8JsonWriter(content))
            {
                answer.WriteStartObject();
                await RunAsync(study, line, answer, cancellationToken);
                answer.WriteEndObject();
            }

            await OutputOf(line).WriteLineAsync(System.Text.Encoding.UTF8.GetString(content.ToArray()));
        }
    }

    private static async ValueTask NoteAsync(AskedStudy study, string note, string? text, CancellationToken cancellationToken)
    {
        if (text is not null)
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
