using System.Text;
using System.Text.Json.Nodes;

namespace HyperTune.Tests;

/// <summary>Keeps the entries of a log as text.</summary>
internal sealed class RecordingReader : StudyReader
{
    private readonly PointLayouts _layouts = new(PointLayout.Of(TestSpace.Cube(2)));
    private readonly HashSet<PointLayout> _declared = [];
    private readonly List<string> _entries = [];

    /// <summary>The version of the entry that came last.</summary>
    public new long Version { get; private set; }

    /// <summary>The entries, without white space.</summary>
    public IReadOnlyList<string> Entries => _entries;

    /// <summary>Reads a log behind what is known of it.</summary>
    public static async Task<RecordingReader> ReadAsync(StudyLog log, long after = 0)
    {
        var reader = new RecordingReader { Version = after };
        await log.ReadAsync(after, reader);
        return reader;
    }

    public override void Read(long version, ReadOnlySpan<byte> payload)
    {
        if (version <= Version)
        {
            return;
        }

        Assert.Equal(Version + 1, version);
        Version = version;
        _entries.Add(JsonNode.Parse(payload)!.ToJsonString());
    }

    internal override void Read(long version, in StudyEvent happened)
    {
        // The layout of the header is in no entry.
        if ((happened.Layout ?? happened.Point.Layout) is { } layout && _declared.Add(layout))
        {
            _layouts.Declare(layout);
        }

        Read(version, EventPayload.Write(in happened, _layouts));
    }

    /// <summary>A payload of a kind that no version knows yet.</summary>
    public static ReadOnlyMemory<byte> Unknown(string text) => Encoding.UTF8.GetBytes($$"""{"kind":"shiny","x":"{{text}}"}""");
}
