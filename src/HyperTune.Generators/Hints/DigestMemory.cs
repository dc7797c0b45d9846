using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using HyperTune.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HyperTune.Generators.Hints;

/// <summary>
/// The digests among the additional files of a project. An editor analyzes a compilation after every keystroke, and hands the same text of a file that has not
/// changed: what was read of it is kept as long as the text is.
/// </summary>
internal sealed class DigestMemory
{
    private readonly ConditionalWeakTable<SourceText, Content> _contents = new();
    private int _readCount;

    /// <summary>How many texts were read; for tests.</summary>
    public int ReadCount => Volatile.Read(ref _readCount);

    /// <summary>The studies of all digests, in the order of the files.</summary>
    public ImmutableArray<DigestStudy> Read(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        ImmutableArray<DigestStudy> studies = [];
        foreach (AdditionalText file in files)
        {
            if (file.Path.EndsWith(HintDigestFormat.Extension, System.StringComparison.OrdinalIgnoreCase) && file.GetText(cancellationToken) is { } text)
            {
                studies = studies.AddRange(_contents.GetValue(text, ReadOnce).Studies);
            }
        }

        return studies;
    }

    private Content ReadOnce(SourceText text)
    {
        Interlocked.Increment(ref _readCount);
        return new Content(DigestReader.Read(text));
    }

    private sealed class Content(ImmutableArray<DigestStudy> studies)
    {
        public ImmutableArray<DigestStudy> Studies { get; } = studies;
    }
}
