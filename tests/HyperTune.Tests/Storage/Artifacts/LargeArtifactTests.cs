namespace HyperTune.Tests;

/// <summary>Large artifacts pass through memory in pieces.</summary>
[Collection(AloneCollection.Name)]
public sealed class LargeArtifactTests
{
    private const long Length = 200L << 20;

    [Fact]
    public async Task An_artifact_of_200_MiB_is_never_in_memory()
    {
        using var place = new ArtifactPlace("journal");
        Trial<double[]> trial = await place.Open().AskAsync();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        await trial.Artifacts.SaveAsync("large", new ZeroStream());
        await using (Stream stream = await trial.Artifacts.Saved["large"].OpenAsync())
        {
            Assert.Equal(Length, stream.Length);
        }

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Length / 10);
    }

    private sealed class ZeroStream : MemoryStream
    {
        private long _left = LargeArtifactTests.Length;

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = (int)Math.Min(buffer.Length, _left);
            buffer.Span[..count].Clear();
            _left -= count;
            return new(count);
        }
    }
}
