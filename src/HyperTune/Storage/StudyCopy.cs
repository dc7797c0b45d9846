using HyperTune.State;
using HyperTune.Storage.Payloads;

namespace HyperTune.Storage;

/// <summary>Gathers the entries of a log, so that another one can be given the same.</summary>
internal sealed class StudyCopy : StudyReader
{
    // A log may be read in one go; what is appended in one go has to be of a size that every storage takes.
    private const int MostEntriesAtOnce = 1000;

    private readonly List<ReadOnlyMemory<byte>> _entries = [];
    private readonly List<PointLayout> _declared = [];
    private readonly Dictionary<PointLayout, PointLayout> _known = [];
    private readonly PointLayouts _layouts;

    private StudyCopy(StudyHeader header)
    {
        var first = new PointLayout(header.Space ?? new Spaces.Comparison.SpaceOutline("", []));
        _layouts = new PointLayouts(first);
        if (header.Space is not null)
        {
            Declare(first);
        }
    }

    /// <summary>Appends all entries of a log to another one, which has none.</summary>
    /// <exception cref="NotSupportedException">Another program wrote the values of a trial, so that only it knows which space they are of.</exception>
    public static async ValueTask CopyAsync(StudyLog source, StudyLog target, CancellationToken cancellationToken)
    {
        var copy = new StudyCopy(source.Header);
        await source.ReadAsync(0, copy, cancellationToken).ConfigureAwait(false);
        for (int start = 0; start < copy._entries.Count; start += MostEntriesAtOnce)
        {
            List<ReadOnlyMemory<byte>> part = copy._entries.GetRange(start, Math.Min(MostEntriesAtOnce, copy._entries.Count - start));
            await target.TryAppendAsync(expectedVersion: null, part, StudyDurability.Process, cancellationToken).ConfigureAwait(false);
        }
    }

    public override void Read(long version, ReadOnlySpan<byte> payload)
    {
        if (!EventPayload.IsOfFiles(payload))
        {
            _entries.Add(payload.ToArray());
        }
    }

    internal override void Read(long version, in StudyEvent happened)
    {
        // The files belong to the first study, which may delete them at any time.
        if (StudyEvent.IsOfFiles(happened.Kind))
        {
            return;
        }

        if (happened.Layout is { } layout)
        {
            Declare(layout);
        }

        StudyEvent copied = happened.Point.Layout is null
            ? happened
            : happened with { Point = new TrialPoint(Declared(in happened), happened.Point.Values) };
        _entries.Add(EventPayload.Write(in copied, _layouts));
    }

    private void Declare(PointLayout layout)
    {
        _declared.Add(layout);
        _layouts.Declare(layout);
    }

    // The same space may be another object, because a log reads it where it stands.
    private PointLayout Declared(in StudyEvent happened)
    {
        PointLayout wanted = happened.Point.Layout!;
        if (!_known.TryGetValue(wanted, out PointLayout? declared))
        {
            int number = happened.Trial;
            declared = _declared.FindLast(layout => layout.IsSameAs(wanted))
                ?? throw new NotSupportedException(
                    $"Trial {number} was written by another program, with a search space that the study does not have; such a study can be imported, but not copied.");
            _known.Add(wanted, declared);
        }

        return declared;
    }
}
