using System.Collections;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// A text with placeholders, <c>{name}</c>, to which arguments belong in their order. Without arguments a text is no
/// template, whatever braces it holds. Amazon's takes formats, positions and escaped braces as well.
/// </summary>
/// <param name="Message">The text with the values in it.</param>
/// <param name="Members">The placeholders that have a value, each with it.</param>
internal sealed record MessageTemplate(string Message, IReadOnlyList<(string Name, object Value)> Members)
{
    public static MessageTemplate Parse(string text, object?[] arguments)
    {
        var message = new StringBuilder();
        var members = new List<(string, object)>();
        var end = 0;
        foreach (var argument in arguments)
        {
            var start = text.IndexOf('{', end);
            var close = start < 0 ? -1 : text.IndexOf('}', start);
            if (close < 0)
            {
                break;
            }

            // What has no text of its own stands in the message by its placeholder.
            message.Append(text, end, start - end)
                .Append(argument is null or IList ? text[start..(close + 1)] : argument.ToString());
            if (argument is not null)
            {
                members.Add((text[(start + 1)..close], argument));
            }

            end = close + 1;
        }

        return new MessageTemplate(message.Append(text, end, text.Length - end).ToString(), members);
    }
}
