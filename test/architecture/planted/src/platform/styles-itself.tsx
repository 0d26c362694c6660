/** planted: house no-inline-style */
export const StylesItself = () => <p style="color:red">x</p>;
