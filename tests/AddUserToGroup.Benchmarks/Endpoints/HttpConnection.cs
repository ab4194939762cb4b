using System.Text;

namespace AddUserToGroup.Benchmarks.Endpoints;

/// <summary>
/// One kept-alive HTTP/1.1 connection, read and written by one thread that blocks: nothing between a candidate and its
/// answer that could be waited for.
/// </summary>
internal sealed class HttpConnection(Stream stream)
{
    private byte[] _bytes = new byte[16 * 1024];
    private int _count;

    /// <returns>Null where the candidate has closed the connection.</returns>
    public HttpRequest? Read()
    {
        int headLength;
        while ((headLength = _bytes.AsSpan(0, _count).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (!ReadMore())
            {
                return null;
            }
        }

        var head = Encoding.Latin1.GetString(_bytes, 0, headLength);
        var (start, end) = (headLength + 4, headLength + 4 + HttpRequest.ContentLength(head));
        while (_count < end)
        {
            if (!ReadMore())
            {
                return null;
            }
        }

        var body = _bytes.AsSpan(start, end - start).ToArray();
        _bytes.AsSpan(end, _count - end).CopyTo(_bytes);
        _count -= end;
        return new HttpRequest(head, body);
    }

    public void Write(ReadOnlySpan<byte> response) => stream.Write(response);

    private bool ReadMore()
    {
        if (_count == _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        var read = stream.Read(_bytes, _count, _bytes.Length - _count);
        _count += read;
        return read > 0;
    }
}
