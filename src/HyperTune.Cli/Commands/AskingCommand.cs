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
        AskedStudy study;
        await using (RestoredStudy look = await RestoredStudy.OpenAsync(storage, name, cancellationToken))
        {
            if (NeedsConstraints(line) && look.Outline.HasConstraints == true)
            {
                throw new CommandException(
                    $"Study '{name}' has constraints, which are code of its config type: suggestions made here may break them. Ask with the program that declares the type, or with "
                    + "--ignore-constraints, and tell those that break them with --infeasible.");
            }

            study = await AskedStudies.OpenAsync(storage, look, StrategyOf(line), PrunerOf(line), cancellationToken);
        }

        await using (study)
        {
            await AskedStudies.AnswerAsync(OutputOf(line), answer => RunAsync(study, line, answer, cancellationToken));
        }
    }
}
