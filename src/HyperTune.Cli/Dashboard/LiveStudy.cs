using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using HyperTune.Spaces.Comparison;
using HyperTune.Views.Documents;

namespace HyperTune.Cli.Dashboard;

/// <summary>
/// A study of which pages want to know what is new. While one does, the journal is read again a few times a second, and the trials that changed are written once for
/// all pages.
/// </summary>
internal sealed class LiveStudy : IAsyncDisposable
{
    // A page that has missed more than so many patches, or lags behind as much, is told to read the study anew.
    private const int MostPatches = 64;

    // Looking again takes at most a fifth of the time, and what is not about single trials, with a model behind it, a tenth.
    private const int LookShare = 5;
    private const int HeadShare = 10;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan ShortestHeadPause = TimeSpan.FromSeconds(1);

    private readonly JournalStorage _storage;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _looking = new(1);
    private readonly Queue<StudyPatch> _patches = new();
    private readonly List<Channel<StudyPatch>> _pages = [];
    private readonly CancellationTokenSource _stopping = new();
    private Lazy<Task<AskedStudy>> _asked;
    private RestoredStudy _study;
    private StudyDocument _document;
    private StudySource _source;
    private TrialMark[] _marks;
    private long _sequence = Environment.TickCount64;
    private long _headAt = Stopwatch.GetTimestamp();
    private TimeSpan _headPause = ShortestHeadPause;
    private bool _isHeadOld;
    private Task _following = Task.CompletedTask;

    private LiveStudy(JournalStorage storage, RestoredStudy study)
    {
        _storage = storage;
        _study = study;
        _asked = Asked();
        _source = StudySource.Of(study);
        _document = StudyDocument.For(_source);
        _marks = [.. _source.Trials.Select(TrialMark.Of)];
    }

    /// <summary>The study as it was last seen.</summary>
    public RestoredStudy Study => _study;

    /// <summary>Opens a study.</summary>
    /// <exception cref="InvalidOperationException">There is none of that name.</exception>
    public static async Task<LiveStudy> OpenAsync(JournalStorage storage, string name, CancellationToken cancellationToken)
        => new(storage, await RestoredStudy.OpenAsync(storage, name, cancellationToken));

    /// <summary>The study to be changed.</summary>
    /// <exception cref="InvalidOperationException">Its space takes its config type to understand.</exception>
    public Task<AskedStudy> AskAsync() => _asked.Value;

    /// <summary>The whole study as it is now, as JSON with its sequence number.</summary>
    public async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        lock (_lock)
        {
            return Write(writer => _document.Write(writer, _source, _sequence));
        }
    }

    /// <summary>What follows a state, until the page is gone.</summary>
    /// <param name="after">The number of the state that the page has.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Patches in their order; one without content where the page has to read the study anew.</returns>
    public async IAsyncEnumerable<StudyPatch> FollowAsync(long after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A page that does not keep up loses the patches of now, and with the hole in their numbers what it has.
        Channel<StudyPatch> page = Channel.CreateBounded<StudyPatch>(new BoundedChannelOptions(MostPatches) { FullMode = BoundedChannelFullMode.DropNewest });
        bool isKnown;
        lock (_lock)
        {
            isKnown = after == _sequence || _patches.Any(patch => patch.Sequence == after + 1);
            foreach (StudyPatch missed in _patches.Where(patch => patch.Sequence > after))
            {
                page.Writer.TryWrite(missed);
            }

            _pages.Add(page);
            if (_following.IsCompleted)
            {
                _following = Task.Run(() => FollowJournalAsync(_stopping.Token), CancellationToken.None);
            }
        }

        try
        {
            if (!isKnown)
            {
                yield return new StudyPatch(after, Content: null);
                yield break;
            }

            await foreach (StudyPatch patch in page.Reader.ReadAllAsync(cancellationToken))
            {
                bool follows = patch.Sequence == after + 1;
                yield return follows ? patch : new StudyPatch(after, Content: null);
                if (!follows)
                {
                    yield break;
                }

                after = patch.Sequence;
            }
        }
        finally
        {
            lock (_lock)
            {
                _pages.Remove(page);
            }
        }
    }

    /// <summary>Reads what is new in the journal, and tells the pages.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await _looking.WaitAsync(cancellationToken);
        try
        {
            bool isOther = await _study.RefreshAsync(cancellationToken);
            if (!isOther && !_isHeadOld)
            {
                return;
            }

            var source = StudySource.Of(_study);
            TrialMark[] marks = [.. source.Trials.Select(TrialMark.Of)];
            TrialRow[] changed = [.. source.Trials.Where((row, i) => i >= _marks.Length || marks[i] != _marks[i])];
            bool withHead = Stopwatch.GetElapsedTime(_headAt) >= _headPause;
            _isHeadOld = !withHead;
            if (withHead && _study.MayHaveOtherSpace && await TryReopenAsync(cancellationToken))
            {
                return;
            }

            if (changed.Length > 0 || withHead)
            {
                Tell(source, marks, changed, withHead);
            }
        }
        finally
        {
            _looking.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeAsync(_asked);
        await _study.DisposeAsync();
        _stopping.Dispose();
        _looking.Dispose();
    }

    // Parameters that came since are in no column of the pages: they read the study anew.
    private async Task<bool> TryReopenAsync(CancellationToken cancellationToken)
    {
        RestoredStudy fresh = await RestoredStudy.OpenAsync(_storage, _study.Name, cancellationToken);
        if (SpaceOutline.Compare(_study.Outline, fresh.Outline).Length == 0)
        {
            await fresh.DisposeAsync();
            return false;
        }

        (RestoredStudy oldStudy, Lazy<Task<AskedStudy>> oldAsked) = (_study, _asked);
        lock (_lock)
        {
            _study = fresh;
            _asked = Asked();
            _source = StudySource.Of(fresh);
            _document = StudyDocument.For(_source);
            _marks = [.. _source.Trials.Select(TrialMark.Of)];
            Send(new StudyPatch(++_sequence, Content: null));
        }

        await DisposeAsync(oldAsked);
        await oldStudy.DisposeAsync();
        return true;
    }

    private Lazy<Task<AskedStudy>> Asked() => new(() => AskedStudy.OpenAsync(_storage, _study, Strategy.Auto(), Pruner.None).AsTask());

    private static async ValueTask DisposeAsync(Lazy<Task<AskedStudy>> asked)
    {
        if (asked is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await asked.Value).DisposeAsync();
        }
    }

    private void Send(StudyPatch patch)
    {
        _patches.Enqueue(patch);
        if (_patches.Count > MostPatches)
        {
            _patches.Dequeue();
        }

        foreach (Channel<StudyPatch> page in _pages)
        {
            page.Writer.TryWrite(patch);
        }
    }

    private void Tell(StudySource source, TrialMark[] marks, TrialRow[] changed, bool withHead)
    {
        lock (_lock)
        {
            long begin = Stopwatch.GetTimestamp();
            (_source, _marks) = (source, marks);
            var patch = new StudyPatch(++_sequence, Write(writer => _document.WritePatch(writer, source, changed, withHead, _sequence)));
            if (withHead)
            {
                _headAt = Stopwatch.GetTimestamp();
                TimeSpan pause = HeadShare * Stopwatch.GetElapsedTime(begin);
                _headPause = pause > ShortestHeadPause ? pause : ShortestHeadPause;
            }

            Send(patch);
        }
    }

    private async Task FollowJournalAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (HasPages())
            {
                long begin = Stopwatch.GetTimestamp();
                await LookAsync(cancellationToken);
                TimeSpan pause = LookShare * Stopwatch.GetElapsedTime(begin);
                await Task.Delay(pause > ShortestPause ? pause : ShortestPause, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or InvalidOperationException)
        {
            // The journal is gone or damaged: whoever reads the patches hears of it.
            lock (_lock)
            {
                _pages.ForEach(page => page.Writer.TryComplete(exception));
            }
        }
    }

    private bool HasPages()
    {
        lock (_lock)
        {
            return _pages.Count > 0;
        }
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var content = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(content))
        {
            write(writer);
        }

        return content.WrittenSpan.ToArray();
    }
}
