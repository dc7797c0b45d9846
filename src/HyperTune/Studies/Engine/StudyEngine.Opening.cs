using HyperTune.State;
using HyperTune.Storage;
using HyperTune.Storage.Memory;
using HyperTune.Text;

namespace HyperTune.Studies.Engine;

internal sealed partial class StudyEngine
{
    /// <summary>Opens a study: its log, and all that is in it.</summary>
    /// <param name="description">The study.</param>
    /// <param name="forWriting">Whether it is to be changed; otherwise nothing is written but that trials wait again whose processes have ended.</param>
    /// <param name="seed">The seed for a new study that was shown already; <see langword="null"/> when none was.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async ValueTask<StudyEngine> OpenAsync(StudyDescription description, bool forWriting, long? seed, CancellationToken cancellationToken)
    {
        StudyOptions options = description.Options with { Logger = PrintableLogger.Of(description.Options.Logger) };
        description = description with { Options = options };
        var participant = new StudyParticipant
        {
            Owner = ProcessIdentity.CreateToken(),
            Lease = options.Sharing.Lease,
            TimeProvider = options.TimeProvider,
            Logger = options.Logger,
            Records = description.Records,
        };
        StudyHeader header = StudyOpening.NewHeader(description, seed ?? StudyOpening.ChooseSeed(description));
        StudyLog? stored = options.Storage is null ? null : await StudyOpening.TryOpenLogAsync(description, participant, cancellationToken).ConfigureAwait(false);
        if (stored is null && options.Storage is not null && forWriting)
        {
            stored = await StudyOpening.CreateLogAsync(header, description, participant, cancellationToken).ConfigureAwait(false);
        }

        StudyLog log = stored ?? new MemoryLog(header);
        bool movesInside = options.Sharing.ChangedSpace == ChangedSpacePolicy.ContinueWithNearest;
        var state = new StudyState(description.Space.Whole, description.Metrics, movesInside, description.Reported);
        PrunerRun NewPruner() => PrunerOf(options).Start(new PrunerContext { StudyName = description.Name, Direction = description.Reported.Direction!.Value });
        TrialFeed feed = description.Window is { } window
            ? new OrderedTrialFeed(state.Trials, description.Metrics, description.Reported, window, NewPruner)
            : new PromptTrialFeed(state.Trials, description.Reported, NewPruner, description.Reported == description.Metrics.Objectives[0]);
        var session = new StudySession(log, state, feed, description.Name, new StudyClock(log.Clock ?? options.TimeProvider));
        try
        {
            await StudyLoading.LoadAsync(session, savesSnapshot: !description.IsReadOnly, cancellationToken).ConfigureAwait(false);
            long? known = forWriting
                ? await StudyOpening.SettleAsync(session, description, header.Seed!.Value, cancellationToken).ConfigureAwait(false)
                : StudyOpening.Check(session, description);
            bool isDeclared = StudyOpening.IsDeclared(session) && (options.Storage is null || StudyOpening.IsNarrowingDeclared(session, description));
            description = description with { Space = StudyOpening.Narrow(session, description) };
            var engine = new StudyEngine(description, session, feed, participant, known ?? header.Seed!.Value)
            {
                CanWrite = (stored is not null || options.Storage is null) && known is not null && isDeclared,
            };
            if (!description.IsReadOnly)
            {
                await engine._keeper.SettleAsync(cancellationToken).ConfigureAwait(false);
            }

            return engine;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // Some strategies work together with a pruner of their own.
    private static Pruner PrunerOf(StudyOptions options)
        => options.Strategy.OwnPruner is not { } own ? options.Pruner
            : options.Pruner == Pruner.None ? own
            : throw new ArgumentException($"The strategy {options.Strategy} stops trials by itself, so the pruner has to be None, and it is {options.Pruner}.");
}
