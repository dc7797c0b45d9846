using System.IO.Compression;
using System.Text;
using HyperTune.Benchmarks;

namespace HyperTune.Tests;

/// <summary>What a storage of somebody else's hands over may be damaged, too; the only exception is the documented one.</summary>
public sealed class DamagedPayloadTests
{
    private const int Cases = 1000;

    private static readonly SpaceOutline Space = TestSpace.Cube(2).Outline;

    private static readonly string[] Events =
    [
        """{"kind":"started","time":"2026-01-02T12:00:00.0000000Z","trial":0,"space":0,"values":[0.5,null],"owner":"a","worker":"b"}""",
        """{"kind":"imported","time":"2026-01-02T12:00:00.0000000Z","trial":0,"space":0,"values":[0.5,1],"source":"s #1","key":"7f","started":"2026-01-02T11:00:00.0000000Z","reports":[[1,0.5],[2,"Infinity",1]],"state":"completed","metrics":[0.5],"gradient":[1,null]}""",
        """{"kind":"ended","time":"2026-01-02T12:00:00.0000000Z","trial":0,"state":"failed","metrics":[],"reason":"no"}""",
        """{"kind":"spaceChanged","time":"2026-01-02T12:00:00.0000000Z","outline":{"fingerprint":"0","parameters":[{"name":"x0","distribution":"uniform(0,1,0)","condition":""}]}}""",
        """{"kind":"seedChosen","time":"2026-01-02T12:00:00.0000000Z","seed":"7"}""",
        """{"kind":"narrowed","time":"2026-01-02T12:00:00.0000000Z","narrowing":{"fingerprint":"0","parameters":[{"name":"x0","distribution":"uniform(0,0.5,0)","condition":""}]}}""",
        """{"kind":"enqueued","time":"2026-01-02T12:00:00.0000000Z","trial":0,"narrowing":{"fingerprint":"0","parameters":[{"name":"x0","distribution":"uniform(0,0.5,0)","condition":""}]},"space":0,"values":[null,null]}""",
        """{"kind":"expired","time":"2026-01-02T12:00:00.0000000Z","trial":0,"interruptions":2}""",
        """{"kind":"reported","time":"2026-01-02T12:00:00.0000000Z","trial":0,"report":[3,0.5]}""",
        """{"kind":"filesOpened","time":"2026-01-02T12:00:00.0000000Z","scope":"0123456789abcdef"}""",
        """{"kind":"fileSaved","time":"2026-01-02T12:00:00.0000000Z","trial":0,"owner":"x","file":{"name":"model.zip","key":"0123456789abcdef-0-01234567-0123456789abcdef","length":9,"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}""",
        """{"kind":"directoryCreated","time":"2026-01-02T12:00:00.0000000Z","trial":0,"owner":"x"}""",
        """{"kind":"filesDropped","time":"2026-01-02T12:00:00.0000000Z","trial":0}""",
        """{"kind":"ended","time":"2026-01-02T12:00:00.0000000Z","trial":0,"state":"completed","metrics":[0.5],"records":{"word":"a","size":1.50,"flag":true,"special":["NaN"]}}""",
        """{"kind":"noted","time":"2026-01-02T12:00:00.0000000Z","note":"data","text":"v3"}""",
        """{"kind":"something","essential":true,"trial":0,"x":{"y":[1,2,{}]}}""",
    ];

    [Fact]
    public void Events_are_read_or_refused()
    {
        var mutator = new JournalMutator(Events);
        int read = 0;
        for (int number = 0; number < Cases; number++)
        {
            (byte[] content, string what) = mutator.Create(number);
            try
            {
                var layouts = new PointLayouts(new PointLayout(Space));
                layouts.Declare(new PointLayout(Space));
                var state = new StudyState(TestSpace.Cube(2), RecordedLoss.Instance);
                state.Apply(new StudyEvent { Kind = StudyEventKind.Started, Point = new TrialPoint(state.OwnLayout, new double[2]), Owner = "x" });
                StudyEvent happened = EventPayload.Read(content, layouts);
                state.Apply(happened with { Trial = happened.Kind is StudyEventKind.Started or StudyEventKind.Enqueued or StudyEventKind.Imported ? 1 : 0 });
                read++;
            }
            catch (InvalidDataException exception)
            {
                Assert.NotEmpty(exception.Message);
            }
            catch (Exception exception)
            {
                Assert.Fail($"case {number}, {what}: {Encoding.Latin1.GetString(content)}\n{exception}");
            }
        }

        Assert.InRange(read, Cases / 50, Cases);
    }

    [Fact]
    public void Headers_are_read_or_refused()
    {
        var header = new StudyHeader { Name = "s", Seed = 7, Metrics = SingleObjective.Minimize.All, Space = Space };
        Refuses(Encoding.UTF8.GetString(header.ToUtf8Bytes()), static content => StudyHeader.Read(content));
    }

    [Fact]
    public void Snapshots_are_read_or_refused()
    {
        using var stream = new MemoryStream();
        stream.WriteByte(1);
        using (var writer = new BinaryWriter(new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true)))
        {
            foreach (string happened in Events.Take(1))
            {
                byte[] payload = Encoding.UTF8.GetBytes(happened);
                writer.Write7BitEncodedInt(payload.Length);
                writer.Write(payload);
            }

            writer.Write7BitEncodedInt(0);
        }

        Refuses(Encoding.Latin1.GetString(stream.ToArray()), static content =>
        {
            var layouts = new PointLayouts(new PointLayout(Space));
            layouts.Declare(new PointLayout(Space));
            if (SnapshotPayload.IsReadable(content))
            {
                Assert.NotNull(SnapshotPayload.Read(content, layouts).ToList());
            }
        });
    }

    private static void Refuses(string right, Action<byte[]> read)
    {
        var mutator = new JournalMutator([right]);
        int refused = 0;
        for (int number = 0; number < Cases; number++)
        {
            (byte[] content, string what) = mutator.Create(number);
            try
            {
                read(content);
            }
            catch (InvalidDataException)
            {
                refused++;
            }
            catch (Exception exception)
            {
                Assert.Fail($"case {number}, {what}: {Encoding.Latin1.GetString(content)}\n{exception}");
            }
        }

        Assert.InRange(refused, 100, Cases - 1);
    }
}
