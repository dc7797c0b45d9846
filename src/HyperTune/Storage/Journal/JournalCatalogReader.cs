using System.Buffers.Text;
using HyperTune.Storage.Journal.Files;
using HyperTune.Storage.Journal.Records;
using HyperTune.Storage.Journal.Replay;

namespace HyperTune.Storage.Journal;

/// <summary>Reads only which studies a journal holds. Most lines are about trials; these are left to whoever reads a study.</summary>
internal sealed class JournalCatalogReader : IJournalLineReader
{
    private readonly JournalReader _reader = new(new JournalInterner(), new JournalReplay());

    public int LineCount => _reader.LineCount;

    public JournalReplay Replay => _reader.Replay;

    public void Read(ReadOnlySpan<byte> line)
    {
        // As Optuna and HyperTune write it; in whatever other form a line comes, it is read in full.
        ReadOnlySpan<byte> prefix = JournalTail.RecordStart;
        ReadOnlySpan<byte> rest = line.StartsWith(prefix) ? line[prefix.Length..].TrimStart((byte)' ') : [];
        if (Utf8Parser.TryParse(rest, out int operation, out int length)
            && rest[length..] is [(byte)',', ..]
            && operation is >= (int)JournalOperation.CreateTrial and <= (int)JournalOperation.SetTrialSystemAttribute)
        {
            Replay.Studies.EndCreation();
            _reader.Skip(1);
            return;
        }

        _reader.Read(line);
    }
}
