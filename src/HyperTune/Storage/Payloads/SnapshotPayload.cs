using System.IO.Compression;
using HyperTune.State;

namespace HyperTune.Storage.Payloads;

/// <summary>
/// Snapshots: the events that made the state, in the order in which they happened, without those that changed nothing and without what nobody asks
/// for any more, compressed. Pruners and strategies are told the same, in the same order, as from the log.
/// </summary>
internal static class SnapshotPayload
{
    // A version that needs more than this one keeps writes another number; then the snapshot counts as none.
    private const byte Format = 1;

    // In the place of the next event's length: no event is empty.
    private const int End = 0;

    /// <summary>Writes a snapshot.</summary>
    /// <param name="before">The snapshot that the state was read from first; <see langword="null"/> when there was none.</param>
    /// <param name="later">The events that followed it; see <see cref="IsKept"/>.</param>
    /// <param name="state">The state that they made.</param>
    /// <param name="layouts">The layouts that the log has declared.</param>
    public static byte[] Write(StudySnapshot? before, IReadOnlyList<StudyEvent> later, StudyState state, PointLayouts layouts)
    {
        using var content = new MemoryStream();
        content.WriteByte(Format);
        using (var writer = new BinaryWriter(new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true)))
        {
            foreach (StudyEvent happened in (before is null ? [] : Read(before.Payload, layouts)).Concat(later).Where(happened => !IsReplaced(in happened, state)))
            {
                bool needsOwner = state.Unknown.Count > 0 || IsStart(in happened);
                StudyEvent kept = needsOwner ? happened : happened with { Owner = null, Worker = null };
                byte[] written = EventPayload.Write(in kept, layouts);
                writer.Write7BitEncodedInt(written.Length);
                writer.Write(written);
            }

            writer.Write7BitEncodedInt(End);
        }

        return content.ToArray();
    }

    /// <summary>Whether a snapshot can be read by this version.</summary>
    public static bool IsReadable(ReadOnlyMemory<byte> snapshot) => snapshot.Span is [Format, ..];

    /// <summary>Whether an event is worth keeping. Who knows what this version does not may need all that comes after it.</summary>
    /// <param name="hadEffect">Whether it changed the state.</param>
    /// <param name="state">The state behind it.</param>
    public static bool IsKept(bool hadEffect, StudyState state) => hadEffect || state.Unknown.Count > 0;

    /// <summary>The events of a snapshot, in their order.</summary>
    /// <param name="snapshot">The snapshot; readable.</param>
    /// <param name="layouts">The layouts that the log has declared up to the event that is read.</param>
    /// <exception cref="InvalidDataException">The bytes are no snapshot.</exception>
    public static IEnumerable<StudyEvent> Read(ReadOnlyMemory<byte> snapshot, PointLayouts layouts)
    {
        byte[] content = Decompress(snapshot[sizeof(byte)..]);
        using var reader = new BinaryReader(new MemoryStream(content, writable: false));
        while (TryReadLength(reader, out int length))
        {
            int start = (int)reader.BaseStream.Position;
            reader.BaseStream.Position = start + length;
            yield return EventPayload.Read(content.AsSpan(start, length), layouts);
        }
    }

    private static bool TryReadLength(BinaryReader reader, out int length)
    {
        length = -1;
        try
        {
            length = reader.Read7BitEncodedInt();
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException)
        {
            throw new InvalidDataException("The snapshot of a study is damaged.", exception);
        }

        return length >= 0 && length <= reader.BaseStream.Length - reader.BaseStream.Position
            ? length != End
            : throw new InvalidDataException("The snapshot of a study ends in the middle.");
    }

    private static byte[] Decompress(ReadOnlyMemory<byte> compressed)
    {
        using var content = new MemoryStream();
        using var source = new GZipStream(new MemoryStream(compressed.ToArray(), writable: false), CompressionMode.Decompress);
        source.CopyTo(content);
        return content.ToArray();
    }

    // Whoever saves a checkpoint after each epoch replaces the one before.
    private static bool IsReplaced(in StudyEvent happened, StudyState state)
        => happened is { Kind: StudyEventKind.FileSaved, File: { } file }
            && state.Unknown.Count == 0
            && !state.Files.IsKept(happened.Trial, file);

    // Who runs a trial may report on it, and a record says who did.
    private static bool IsStart(in StudyEvent happened) => happened.Kind is StudyEventKind.Started or StudyEventKind.Taken or StudyEventKind.HandedOver;
}
