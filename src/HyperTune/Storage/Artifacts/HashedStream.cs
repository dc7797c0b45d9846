using System.Security.Cryptography;

namespace HyperTune.Storage.Artifacts;

/// <summary>Reads another stream forward, and counts and hashes what is read.</summary>
internal sealed class HashedStream(Stream inner) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _count;

    /// <summary>Whether the end was seen, so that all of it was read.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>How many bytes were read.</summary>
    public long Count => _count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _count;
        set => throw new NotSupportedException();
    }

    /// <summary>The SHA-256 of what was read, in lower-case hexadecimal digits.</summary>
    public string Hash() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Reads a stream to its end, for its length and hash alone.</summary>
    public static async ValueTask<(long Length, string Hash)> MeasureAsync(Stream content, CancellationToken cancellationToken)
    {
        var read = new HashedStream(content);
        await using (read.ConfigureAwait(false))
        {
            await read.CopyToAsync(Null, cancellationToken).ConfigureAwait(false);
            return (read.Count, read.Hash());
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        Note(buffer, read);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Note(buffer.Span, read);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // The other stream is its owner's.
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Note(ReadOnlySpan<byte> buffer, int read)
    {
        IsAtEnd |= read == 0 && !buffer.IsEmpty;
        _count += read;
        _hash.AppendData(buffer[..read]);
    }
}
