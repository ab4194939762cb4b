using System.Buffers.Binary;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Puts Lambda's header before each write: kind, length, and microseconds since 1970.</summary>
internal sealed class TelemetryLogStream(Stream pipe, bool isJson) : Stream
{
    private const uint JsonFrame = 0xa55a0002;
    private const uint TextFrame = 0xa55a0003;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Span<byte> header = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32BigEndian(header, isJson ? JsonFrame : TextFrame);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], buffer.Length);
        BinaryPrimitives.WriteInt64BigEndian(
            header[8..], (DateTime.UtcNow - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        pipe.Write(header);
        pipe.Write(buffer);
        pipe.Flush();
    }

    public override void Flush() => pipe.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
